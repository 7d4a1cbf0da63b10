"use strict";(()=>{function i(e,n={},...t){let o=document.createElement(e);for(let[r,s]of Object.entries(n))r.startsWith("on")?o.addEventListener(r.slice(2),s):s!==void 0&&s!==!1&&
o.setAttribute(r,s===!0?"":s);return o.append(...t),o}var g=e=>e.normalize("NFD").replace(/\p{M}/gu,"").toLowerCase(),v=e=>g(e).match(/[\p{L}\p{N}_]+/gu)??[],x=(e,n)=>e.search(new RegExp(`(?<![\\p{L}\\p{N}])${n}`,"\
u"));function P({page:e,file:n,heading:t,text:o},r){let s=g(`${e} ${t}`),E=g(o),c=0;for(let a of r){let b=x(s,a)>=0,L=x(E,a)>=0;if(!b&&!L)return 0;c+=(b?5:0)+(L?
1:0)}let w=r.join(" "),u=a=>r.length>1&&` ${v(a).join(" ")}`.includes(` ${w}`);return c+=(u(s)?10:0)+(u(E)?4:0),n.startsWith("reference")?c/4:c}var y=(e,n)=>e.map(
t=>({section:t,points:P(t,n)})).filter(({points:t})=>t).sort((t,o)=>o.points-t.points).map(({section:t})=>t);function k(e,n){let t=Math.max(0,x(g(e),n[0])),o=t<
60?0:e.indexOf(" ",t-60)+1,r=new RegExp(`((?<![\\p{L}\\p{N}])(?:${n.join("|")})[\\p{L}\\p{N}]*)`,"giu"),s=e.slice(o,o+170).split(r);return o>0&&(s[0]=`… ${s[0]}`),
o+170<e.length&&(s[s.length-1]+=" …"),s}var O=globalThis;O.plgkitShared??={};var p=O.plgkitShared;p.ids??=0;p.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};p.drawing??=Promise.resolve();var $=12,f=(e,n)=>e.querySelector(n),d=f(document.body,".site-search"),l=f(d,"input"),m=f(d,".site-found"),B=f(m,"p"),j=f(m,"ol"),R;function C(){return R??=new Promise(
(e,n)=>{let t=i("script",{src:"search.js",onerror:n});t.addEventListener("load",()=>e(p.sections??[])),document.head.append(t)}),R}function T({page:e,file:n,anchor:t,
heading:o,text:r},s){let E=k(r,s).map((u,a)=>a%2?i("mark",{},u):u),c=i("strong",{},o===e?e:`${e}: ${o}`),w=t?`${n}#${encodeURIComponent(t)}`:n;return i("li",{},
i("a",{href:w,onclick:h},c,i("span",{},...E)))}function h(){m.hidden=!0}async function N(){let e=v(l.value);if(!e.length)return h();let n=await C();if(e.join()!==
v(l.value).join())return;let t=y(n,e);j.replaceChildren(...t.slice(0,$).map(s=>T(s,e)));let o=t.length===1?"1 place":`${t.length} places`,r=t.length>$?`${o}, th\
e first ${$} shown`:o;B.textContent=t.length?r:"Not found. Every word must occur; try fewer, or the beginning of one.",m.hidden=!1}d.hidden=!1;l.addEventListener(
"focus",C);l.addEventListener("input",N);d.addEventListener("submit",async e=>{e.preventDefault(),await N(),j.querySelector("a")?.click()});document.addEventListener(
"keydown",e=>{e.key!=="Escape"||m.hidden||(h(),l.focus())});var S=e=>e instanceof Node&&!d.contains(e);document.addEventListener("pointerdown",({target:e})=>S(e)&&
h());d.addEventListener("focusout",({relatedTarget:e})=>S(e)&&h());})();
