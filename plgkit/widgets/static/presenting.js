"use strict";(()=>{function u(r,c={},...o){let t=document.createElement(r);for(let[i,a]of Object.entries(c))i.startsWith("on")?t.addEventListener(i.slice(2),a):a!==void 0&&a!==!1&&
t.setAttribute(i,a===!0?"":a);return t.append(...o),t}var A=r=>`${Math.floor(r/60)}:${String(Math.floor(r%60)).padStart(2,"0")}`;function $(r){let c=[];for(let o of[...r.children]){let t=o.querySelector(".text_cell\
_render > :is(h1, h2, h3):first-child"),i=String(t?.firstChild?.textContent);if(t){let a=t.tagName==="H3"?c[c.length-1].part:i;c.push({part:a,title:i,cells:[]})}
c[c.length-1]?.cells.push(o)}return c}var K={PageDown:1,PageUp:-1},N={ArrowRight:1,ArrowLeft:-1," ":1},R="input, select, textarea, button, summary, a, [role=slider]",B=2,I=1.3,f=(r,c,o)=>u("button",
{type:"button",onclick:c,"aria-keyshortcuts":o},r);function M(r,c){let o=r.querySelector("main"),t=$(o),i=f("Present",()=>p(0));i.className="plg-present",o.prepend(
i);let a={},n=-1,w=0,b=0,y=u("span",{role:"status"}),m=u("span",{class:"plg-present-time",role:"timer"}),S=f("← Back",()=>p(n-1),"PageUp"),E=f("Next →",()=>p(
n+1),"PageDown"),C=f("Full screen",()=>document.fullscreenElement?document.exitFullscreen():r.requestFullscreen()),d=u("nav",{class:"plg-present-bar","aria-labe\
l":"Presenting"});d.append(S,y,m,C,f("Leave",x,"Escape"),E);let g=()=>(a[t[n].part]??0)+(performance.now()-w)/1e3;function k(){let e=c[t[n].part],s=!!e&&g()>60*
e;m.textContent=`${A(g())}${e?` of ${e} min`:""}${s?", over time":""}`,m.classList.toggle("plg-over",s)}function v(){clearInterval(b),n>=0&&(a[t[n].part]=g())}function h(){
let e=window.innerHeight-d.offsetHeight,s=window.innerWidth/800,l=Math.max(1,Math.min(B,s));for(;l>I&&(o.style.zoom=String(l),!(o.getBoundingClientRect().height<=
e));l-=.1);o.style.zoom=String(l)}function P(){r.classList.add("plg-presenting"),r.append(d);for(let e of o.querySelectorAll("details[open]"))e.removeAttribute(
"open");window.addEventListener("resize",h),document.addEventListener("keydown",L,!0)}function p(e){if(e<0||e>=t.length)return;n<0&&P(),v(),n=e,t.forEach(({cells:O},q)=>{
for(let z of O)z.hidden=q!==n});let{part:s,title:l}=t[n];y.textContent=`${n+1} of ${t.length} · ${l===s?s:`${s}: ${l}`}`,S.disabled=n===0,E.disabled=n===t.length-
1,w=performance.now(),b=window.setInterval(k,1e3),k(),window.scrollTo(0,0),h()}function x(){v();let[e]=t[n].cells;n=-1,r.classList.remove("plg-presenting"),d.remove(),
o.style.zoom="";for(let s of o.querySelectorAll("details.plg-instructor"))s.setAttribute("open","");for(let{cells:s}of t)for(let l of s)l.hidden=!1;window.removeEventListener(
"resize",h),document.removeEventListener("keydown",L,!0),e.scrollIntoView(),i.focus({preventScroll:!0})}function L(e){if(e.ctrlKey||e.metaKey||e.altKey)return;if(e.
key==="Escape"&&!document.fullscreenElement)return x();let s=e.target instanceof Element&&e.target.closest(R),l=K[e.key]??(s?0:N[e.key]);l&&(e.preventDefault(),
e.stopPropagation(),p(n+l))}}var W=document.getElementById("plgkit-minutes");M(document.body,JSON.parse(String(W.textContent)));})();
