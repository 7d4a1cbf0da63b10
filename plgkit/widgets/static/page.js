"use strict";(()=>{function A(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let r=Number(n.toExponential().split(
"e")[1]),o=Math.min(300,Math.max(0,t-1-r)),s=String(BigInt(Math.round(n*+`1e${o}`))).padStart(o+1,"0"),i=s.slice(0,s.length-o).replace(/\B(?=(\d{3})+$)/g,","),a=s.
slice(s.length-o).replace(/0+$/,""),l=a?`${i}.${a}`:i;return e<0&&l!=="0"?`−${l}`:l}var ue=e=>`${A(100*e)}%`,F=10,ee=({low:e,high:t})=>`a number between ${A(e,
F)} and ${A(t,F)}`,te=e=>e.slice(0,16).replace("T"," ");function c(e,t={},...n){let r=document.createElement(e);for(let[o,s]of Object.entries(t))o.startsWith("on")?r.addEventListener(o.slice(2),s):s!==void 0&&s!==!1&&
r.setAttribute(o,s===!0?"":s);return r.append(...n),r}function H(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[r,o]of Object.entries(
t))n.setAttribute(r,String(o));return n}function z(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}var nt=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function rt(e){let[,t="",n="",r=""]=e.match(nt)??[e,"",e,""];return{before:t,ask:n,after:r}}
function I(e){let{before:t,ask:n,after:r}=rt(e),o=s=>c("span",{class:"plg-situation"},s);return[...t?[o(t)," "]:[],n,...r?[" ",o(r)]:[]]}var ve={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(o=>{let s=c(
"input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),i=c("label",{for:s.id},t.options[o]);return{radio:s,row:c("div",{class:"plg-option"},s,i)}}),r=c("legend",
{id:e},...I(t.ask));return{body:[c("fieldset",{},r,...n.map(({row:o})=>o))],missing:"Choose one of the answers first.",read(){let o=n.find(({radio:s})=>s.checked);
return o&&Number(o.radio.value)},show(o){let s=n.find(({radio:i})=>Number(i.value)===o);s&&(s.radio.checked=!0)}}}};var _=(e,t)=>JSON.stringify(e)===JSON.stringify(t),P=(e,t)=>e.low<=t&&t<=e.high,ne=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(r=>Number.isInteger(r)&&r>=0&&
r<n);var K=240,ot=560,st=240,[re,de,oe,me]=[62,16,14,34],ke=[0,1,2,3,4],it=4,ct={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Se({
at:e,top:t,xTitle:n,yTitle:r},o){let s=e.map(()=>null),i=ot,a=!1,l=h=>re+(i-re-de)*(e[h]-e[0])/(e[e.length-1]-e[0]),u=h=>oe+(K-me-oe)*(1-h/t),m=H("svg",{class:"\
plg-drawing",role:"group","aria-label":`${r}, by ${n}`}),p=(h,b)=>{let E=H("text",b);return E.textContent=h,m.append(E),E},g=ke.map(h=>{let b=t*h/(ke.length-1);
p(A(b),{x:re-8,y:u(b)+4,"text-anchor":"end"});let E=H("line",{x1:re,y1:u(b),y2:u(b),class:"plg-grid"});return m.append(E),E}),d=e.map(h=>p(String(h),{y:K-me+18,
"text-anchor":"middle"})),f=p(n,{y:K-2,"text-anchor":"end"}),x=H("polyline",{class:"plg-line"}),v=e.map((h,b)=>{let M={"aria-label":`${r} at ${n} ${h}`,"aria-va\
luemin":0,"aria-valuemax":t},W=H("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...M});return W.addEventListener("keydown",w=>{let y=ct[w.key];!y||a||(w.
preventDefault(),N(b,(s[b]??s[b-1]??0)+y*t/100))}),W});m.append(x,...v);let S=()=>{v.forEach((b,E)=>{let M=s[E];b.setAttribute("cx",String(l(E))),b.setAttribute(
"cy",String(u(M??0))),b.classList.toggle("plg-unset",M===null),b.setAttribute("aria-valuenow",String(M??0)),b.setAttribute("aria-valuetext",M===null?"not drawn \
yet":A(M))});let h=s.flatMap((b,E)=>b===null?[]:[`${l(E)},${u(b)}`]);x.setAttribute("points",h.join(" "))},N=(h,b)=>{s[h]=Math.min(t,Math.max(0,Number(b.toPrecision(
it)))),S()},C=()=>{i=Math.max(st,m.clientWidth||i),m.setAttribute("viewBox",`0 0 ${i} ${K}`);for(let h of g)h.setAttribute("x2",String(i-de));d.forEach((h,b)=>{
h.setAttribute("x",String(l(b)))}),f.setAttribute("x",String(i-de)),S()};o.resized(m,C);let O=!1,k=h=>{if(!O||a)return;let b=m.getBoundingClientRect(),E=(h.clientX-
b.left)/b.width*i,M=(h.clientY-b.top)/b.height*K,W=e.reduce((w,y,L)=>Math.abs(l(L)-E)<Math.abs(l(w)-E)?L:w,0);N(W,t*(1-(M-oe)/(K-me-oe)))};return m.addEventListener(
"pointerdown",h=>{O=!0,m.setPointerCapture(h.pointerId),k(h)}),m.addEventListener("pointermove",k),m.addEventListener("pointerup",()=>{O=!1}),C(),{svg:m,heights:s,
show:S,lock:()=>{a=!0;for(let h of v)h.setAttribute("aria-disabled","true")}}}var at="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",Oe=e=>e[e.length-1],$e={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(r=>typeof r=="number"&&P({low:0,high:t},r)),fits:(e,t)=>P(e,Oe(t)),words:(e,t)=>A(Oe(t)),overlay:({at:e},t)=>t.map((n,r)=>({x:e[r],prediction:n})),
inputs(e,t,n){let{svg:r,heights:o,show:s,lock:i}=Se(t,n),a=c("p",{class:"plg-unit"},at);return{body:[c("p",{id:e,class:"plg-ask"},...I(t.ask)),a,r],missing:"Dra\
w the whole line: every point counts.",read:()=>o.includes(null)?void 0:[...o],show(l){o.splice(0,o.length,...l),s()},lock:i}}};var Ee={accepts:(e,t)=>typeof t=="number"&&P(e,t),fits:P,words:(e,t)=>A(t,F),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=c("input",{type:"number",step:"an\
y",id:`${e}-box`,"aria-describedby":`${e}-unit`}),r=c("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[c("label",{id:e,for:n.id,class:"plg-ask"},...I(
t.ask)),c("div",{class:"plg-entry"},n,r)],missing:`Give ${ee(t)}.`,read(){let o=Number(n.value);return n.value.trim()!==""&&P(t,o)?o:void 0},show(o){n.value=String(
o)}}}};var Ae={accepts:({items:e},t)=>ne(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>_(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((p,g)=>g),r=!1,o=c("ol",{class:"plg-ranking","aria-labelledby":e}),s=(p,g)=>{r=!0,n.splice(g,0,...n.splice(p,1)),l();let[d,f]=o.children[g].querySelectorAll(
"button"),[x,v]=g<p?[d,f]:[f,d];(x.disabled?v:x).focus()},i=(p,g,d,f="")=>{let x=p+g<0||p+g>=n.length,v=`${t.items[n[p]]}: ${f}`;return c("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:x,"aria-label":v},onclick:()=>s(p,p+g)},d)},a=(p,g)=>c("li",{},c("span",{},t.items[p]),i(g,-1,"↑","up"),i(g,1,"↓","down")),
l=()=>o.replaceChildren(...n.map(a)),u=()=>{r=!0};l();let m=c("button",{type:"button",class:"plg-quiet",onclick:u},"I keep this order");return{body:[c("p",{id:e,
class:"plg-ask"},...I(t.ask)),o,m],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>r?[...n]:void 0,show(p){n=[...p],r=!0,l()}}}};var Ne=({cards:e})=>e.map(({pile:t})=>t),Ce={accepts:(e,t)=>ne(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||_(Ne(e),t),words({verdicts:[e]},t){return`${Ne(
e).filter((r,o)=>r===t[o]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((r,o)=>{let s=c("select",{id:`${e}-${o}`},c("option",{value:""},"…"));s.append(
...t.piles.map((l,u)=>c("option",{value:u},l)));let i=c("p",{class:"plg-reason"});return{card:c("li",{},c("label",{for:s.id},r),s,i),pile:s,reason:i}});return{body:[
c("p",{id:e,class:"plg-ask"},...I(t.ask)),c("ol",{class:"plg-cards"},...n.map(({card:r})=>r))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:r})=>r.
value==="")?void 0:n.map(({pile:r})=>Number(r.value)),show(r){r.forEach((o,s)=>{n[s].pile.value=String(o)})},tell(r,o){n.forEach(({reason:s},i)=>{let a=r.cards[i].
pile===o[i];s.dataset.correct=String(a),s.textContent=`${a?"✓":"✗"} ${r.cards[i].reason}`})}}}};var lt={choice:ve,number:Ee,ranking:Ae,drawing:$e,sorting:Ce},T=e=>lt[e.form];var fe=(e,t)=>e!==void 0&&T(e).accepts(e,t),B=(e,t)=>T(e).words(e,t);function D(e,t){if(!e.verdicts||!fe(e,t))return;let{fits:n}=T(e),r=e.verdicts.find(o=>n(o,t));
return r&&{...r,text:r.text.replaceAll("{given}",B(e,t))}}var Le=(e,t)=>T(e).overlay?.(e,t);var je=e=>e.split(`
`).flatMap(t=>{try{let n=JSON.parse(t);return typeof n=="object"&&n!==null?[n]:[]}catch{return[]}});function Me(e,t){let n=new Map;for(let r of e)(t===void 0||r.
variant===t)&&n.get(r.part)?.kind!=="prediction"&&n.set(r.part,r);return n}function Ie(e,t,n,r){let o=r.toISOString().replace("Z","+00:00"),{correct:s,misconception:i}="\
verdicts"in t&&D(t,n)||{};return JSON.stringify({...e,at:o,part:t.name,kind:t.kind,value:n,correct:s,misconception:i})}function ge(e,t,n,r,o){return[t,e[n]??n,r,
o===void 0?"":o?"yes":"no"]}function Te(e,t,{at:n,part:r,kind:o,value:s,correct:i}){let a=t.get(r),l=a&&fe(a,s)?B(a,s):s;return ge(e,te(n),r,l,o==="prediction"?
void 0:i)}function Y(e){let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var he=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function De(e){let t=URL.createObjectURL(new Blob([await he(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}function Q(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(r=>Math.abs(Number(r)-t));return n.indexOf(Math.min(...n))}var Re=(e,t)=>Object.fromEntries(
e.map(({name:n,positions:r})=>[n,r[Q(r,t[n])]]));function be({controls:e,cells:t=[]},n){return t[e.reduce((r,{name:o,positions:s})=>r*s.length+Q(s,n[o]),0)]}var Pe=globalThis;Pe.plgkitShared??={};var $=Pe.plgkitShared;$.ids??=0;$.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};$.drawing??=Promise.resolve();
function R(e){return $.ids+=1,`plg-${e}-${$.ids}`}var pt="This page holds certain values only; the nearest one is shown. The notebook computes any value.",ut="This browser does not keep answers: download them b\
efore you close the page.",dt="You had committed before: your first prediction is shown, and stays.";function Be(e){let t=`plgkit:${e}`,n="";return{read(){try{return localStorage.
getItem(t)??n}catch{return n}},write(r){try{return localStorage.setItem(t,r),!0}catch{return n=r,!1}}}}function mt(){let e=document.getElementById("plgkit-vega");
return e.src?new Promise(t=>{e.addEventListener("load",()=>t($.embed))}):De(Y(e.text.trim()))}function we(){return $.vega??=mt(),$.vega}function We(e,t,{questions:n,
variant:r}){let o=()=>je(t.read()),s=i=>Me(o(),r).get(i);return{skippable:!0,vega:we,async positions(i,a,l){let{positions:u}=e.controls.find(({name:m})=>m===i);
return l(new Map(u.map((m,p=0)=>[p,be(e,{...a,[i]:m})]))),{}},async exact(i){let a=Re(e.controls,i),l=Object.keys(a).some(u=>a[u]!==i[u]);return{cell:be(e,a),state:a,
note:l?pt:""}},async keep(i,a){let l=i.locks?s(i.name):void 0;if(l?.kind==="prediction")return{value:l.value,saved:dt};let u=t.write(`${t.read()}${Ie(e.stamp,i,
a,new Date)}
`);return{value:a,saved:u?"Kept in this browser.":ut}},async takeHome(i){let a=await this.keep({name:"notes",kind:"note"},i);return print(),a},kept:i=>s(i)?.value,
rows:()=>o().map(i=>Te(e.labels,n,i)),journal:async()=>({text:t.read()})}}var se=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};$.live[t]+=1;let r=()=>{this.#e.delete(r)&&($.live[t]-=1,n())};return this.#e.add(r),
r}listen(t,n,r){return t.addEventListener(n,r),this.begin("listeners",()=>t.removeEventListener(n,r))}resized(t,n){let r=new ResizeObserver(n);return r.observe(
t),this.begin("observers",()=>r.disconnect())}later(t,n){let r=setTimeout(()=>{o(),n()},t),o=this.begin("timers",()=>clearTimeout(r));return o}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};var ft="data-lm-suppress-shortcuts",Fe=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function Ue(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(ft,Fe(e))}function He(e,t){e.addEventListener("keydown",n=>Fe(n)&&n.stopPropagation()),$.live.guards===0&&(addEventListener("keydown",
Ue,!0),$.unguard=()=>removeEventListener("keydown",Ue,!0)),t.begin("guards",()=>{$.live.guards===0&&$.unguard?.()})}var ze="plgkit:answered",Z=e=>document.dispatchEvent(new CustomEvent(ze,{detail:e}));function ie(e,t,n){e.listen(document,ze,({detail:r})=>{r.lesson===t&&n(r)})}function gt(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([i])=>s[i]!==null)).map(s=>Object.fromEntries(t.
map(([i,a])=>[a,s[i]]))):e}function ht(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):A(e,Number.isInteger(e)?15:5)}function xe(e){let t=Object.keys(
e[0]??{}),n=t.map(o=>c("th",{scope:"col"},o)),r=e.map(o=>c("tr",{},...t.map(s=>c("td",{"data-label":s},ht(o[s],s)))));return c("table",{},c("thead",{},c("tr",{},
...n)),c("tbody",{},...r))}function J(e,t){let n=c("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),r=c("summary",{},"The numbers as\
 a table"),o=c("details",{class:"plg-table"},r,n),s=()=>{o.open&&n.replaceChildren(xe(gt(t(),e.usermeta?.table)))};return o.addEventListener("toggle",s),{details:o,
fill:s}}var bt=15e3;function _e(e,t,n,r){let o=c("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=c("p",{class:"plg-note",role:"alert"}),
a=c("button",{type:"button",class:"plg-quiet",onclick:async()=>{let p=await t.journal();if(s.textContent=p.refused??"",p.refused)return;let{href:g,end:d}=r.url(
new Blob([p.text??""],{type:"application/jsonl"}));c("a",{href:g,download:n.file}).click(),r.later(bt,d)}},"Download my answers"),l=[...t.rows()],u=()=>{let p=l.
map(g=>Object.fromEntries(n.headings.map((d,f)=>[d,g[f]])));o.replaceChildren(l.length?xe(p):"No answer yet.")};ie(r,n.lesson,({question:p,text:g,correct:d,kept:f})=>{
f!==!1&&(l.push(ge(n.labels,te(new Date().toISOString()),p,g,d)),u())}),u();let m=n.unreadable.map(p=>c("p",{class:"plg-note"},p));e.append(o,c("p",{},a),s,...m)}var wt=100,xt=65,Ke=280,yt=640;function G(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,r)=>Object.fromEntries(t.map(o=>[o,e[o][r]])))}function V(e){let t=c(
"div",{class:"plg-canvas","aria-hidden":"true"}),n=c("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var vt=()=>new Promise(e=>{
requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,wt)});function X(e,t,n,r,o){t.style.minHeight=`${n.height+xt}px`;let s=$.drawing.then(()=>kt(e,t,n,r,o)),i=()=>(t.
style.minHeight="",vt());return $.drawing=s.then(i,i),s}async function kt(e,t,n,r,o){let s=await e.vega();if(o.ended)return;let i=Math.max(Ke,t.clientWidth||yt),
a={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:G(r),...n.datasets},autosize:{type:"fit-x",contains:"padding"},width:i,config:{
...n.config,aria:!1}},{view:l,finalize:u}=await s(t,a,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"});if(o.begin("views",u),o.resized(t,()=>{let m=Math.max(
Ke,t.clientWidth);!t.clientWidth||Math.abs(m-i)<=1||(i=m,l.width(i).runAsync())}),!o.ended)return{swap:(m,p)=>l.data(m,p).runAsync()}}function Ye(e,t,{title:n,spec:r,columns:o},s){let{canvas:i,chart:a}=V(n);if(e.append(a),r.usermeta?.table){let[l]=Object.values(r.datasets);e.append(c("div",{class:"\
plg-foot"},J(r,()=>l).details))}return X(t,i,r,o,s)}function Je(e,t){let n=R("control"),r=e.unit?` (${e.unit})`:"",o=c("label",{for:n,class:"plg-label",title:e.help},e.label);r&&o.append(c("span",{class:"plg-unit"},
r));let s=c("p",{class:"plg-note",role:"alert",id:`${n}-note`}),i=e.kind==="choice"||e.kind==="flag",{inputs:a,show:l}=i?St(e,n,t):Ot(e,n,r,t);return l(e.value),
{row:c("div",{class:"plg-control"},o,...a,s),show:l,note:s}}function St(e,t,{moved:n,touched:r}){let o=c("select",{id:t,onchange:()=>n(o.selectedIndex),onfocus:r,
onpointerenter:r}),s=e.kind==="flag"?["no","yes"]:e.positions;return o.append(...s.map(a=>c("option",{},String(a)))),{inputs:[o],show:a=>{o.selectedIndex=Q(e.positions,
a)}}}function Ot(e,t,n,{moved:r,typed:o,touched:s}){let i=c("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>r(Number(i.value)),onfocus:s,
onpointerenter:s}),a=c("input",{type:"number",step:"any",min:e.low,max:e.high,"aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}-note`,onchange:()=>o(
a.value),onfocus:s}),l=c("span",{class:"plg-reading","aria-hidden":"true"}),u=/^share\b/.test(e.unit);return{inputs:[i,a,l],show:p=>{i.value=String(Q(e.positions,
p)),a.value=String(p),l.textContent=u?`= ${ue(p)}`:"",i.setAttribute("aria-valuetext",`${u?ue(p):A(p,F)}${n}`)}}}function Ge(e,t,n){let r=new Map,o=null,s=(a,l)=>JSON.stringify([a,{...l,[a]:null}]);function i(a,l){let u=s(a,l),m=r.get(u);if(m)return m;let p=new Map;r.set(u,
p);let[g]=r.keys();r.size>16&&r.delete(g);let d=f=>{for(let[v,S]of f)p.set(v,S);let x=o?.key===u&&p.get(o.index);x&&t(x)};return e.positions(a,{...l},d).then(f=>{
f.refused&&(r.delete(u),n(a,f.refused))}),p}return{load:i,want(a,l,u){o={key:s(a,l),index:u};let m=i(a,l).get(u);return m&&t(m),!!m},forget(){o=null}}}function Ve(e,t,n,r){let{controls:o,spec:s}=n,i=Object.fromEntries(o.map(({name:w,value:y})=>[w,y])),a={...i},l=n.cell,u=0,m,p=c("p",{class:"plg-sentence",role:"\
status"},l.sentence),g=n.measures.map((w,y)=>c("dd",{},l.headline[y])),d=n.measures.map((w,y)=>c("div",{},c("dt",{},w),g[y])),{canvas:f,chart:x}=V(l.sentence),v=()=>({
...n.common,...l.columns}),S=J(s,()=>G(v())),N=w=>w?e.setAttribute("aria-busy","true"):e.removeAttribute("aria-busy"),C=()=>{u=0,!r.ended&&(m?.swap("outcome",G(
v())),p.textContent=l.sentence,x.setAttribute("aria-label",l.sentence),g.forEach((w,y)=>{w.textContent=l.headline[y]}),S.fill(),N(!1))},O=w=>{l=w,u||(u=requestAnimationFrame(
C))},k={},j=()=>{for(let{note:w}of Object.values(k))w.textContent=""},h=Ge(t,O,(w,y)=>{k[w].note.textContent=y}),b=async w=>{h.forget(),N(!0);let y={...i,...w},
L=await t.exact(y);N(!1),j();let[pe]=Object.keys(w);k[pe].note.textContent=L.refused??L.note??"",L.refused||Object.assign(i,L.state??y);for(let{name:q}of o)k[q].
show(i[q]);L.cell&&O(L.cell)},E=w=>{let{name:y,positions:L,label:pe,low:q,high:tt}=w;return Je(w,{moved:U=>{i[y]=L[U],k[y].show(i[y]),j(),h.want(y,i,U)||N(!0)},
typed:U=>{if(U.trim()!==""&&!Number.isNaN(Number(U)))return b({[y]:Number(U)});k[y].note.textContent=`${pe}: give ${ee({low:Number(q),high:Number(tt)})}.`,k[y].
show(i[y])},touched:()=>h.load(y,i)})};for(let w of o)k[w.name]=E(w);let W=c("button",{type:"button",class:"plg-quiet",onclick:()=>b({...a})},"Start values");return e.
append(c("div",{class:"plg-controls"},...o.map(({name:w})=>k[w].row)),c("dl",{class:"plg-headline"},...d),x,p,c("div",{class:"plg-foot"},S.details,W)),X(t,f,s,v(),
r).then(w=>{m=w,l!==n.cell&&C()})}function ce({edition:e},{solution:t}){return t?[c("details",{class:"plg-solution",open:e==="instructor"},c("summary",{},"The answer"),t)]:[]}var ae=(e,t)=>c("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),le=e=>e?"✓ Right. ":"✗ Not this. ";var ye="Finish",$t="Finished. What was right is told after the course, when you know more.";function Xe(e,t,n,r){let o=c("p",{class:"plg-saved",role:"status"}),
s=c("button",{type:"submit"},ye),i=c("form"),a=n.questions.map((d,f,x)=>{let{body:v,read:S,show:N}=T(d).inputs(R("question"),d,r),C=c("div",{class:"plg-result"}),
O=c("div",{class:"plg-question"},ae(f,x),...v,C);O.addEventListener("change",()=>p(d,S()));let k=t.kept(d.name);return k!==void 0&&N(k),{place:O,question:d,read:S,
result:C}}),l=()=>a.flatMap(({read:d},f)=>d()===void 0?[f+1]:[]),u=d=>{o.textContent=`${a.length-l().length} of ${a.length} answered. ${d}`},m=async(d,f)=>{s.textContent=
ye;let x=await t.keep(d,f);return z(o,x),u(o.textContent??""),!x.refused},p=async(d,f)=>{let x={...d,verdicts:void 0};await m(x,f)&&Z({lesson:n.lesson,question:d.
name,value:f,text:B(d,f)})},g=()=>{for(let f of i.querySelectorAll("input, button"))f.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return u(
$t);let d=0;for(let{question:f,read:x,result:v}of a){let S=Et(f,x(),v);v.dataset.correct=String(S),d+=Number(S)}u(`Finished: ${d} of ${a.length} right. Each que\
stion now says why.`)};i.addEventListener("submit",async d=>{d.preventDefault();let f=l();if(f.length&&s.textContent===ye)return s.textContent="Finish all the s\
ame",u(`Still open: ${f.join(", ")}.`);let x=a.length-f.length;await m({name:n.end,kind:"note"},x)&&(Z({lesson:n.lesson,question:n.end,value:x,text:String(x)}),
g())}),i.append(...a.flatMap(({place:d,question:f})=>[d,...ce(n,f)]),s,o),e.append(i),t.kept(n.end)===void 0?u(""):g()}function Et(e,t,n){let r=t===void 0?void 0:
D(e,t),o=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(c("strong",{},r?le(r.correct):"Not answered."),r?.text??""),o&&!r?.correct&&n.append(c("p",
{},c("em",{},"Right: "),e.options[o.option]," ",o.text)),!!r?.correct}function Qe(e,t,n,r){n.questions.forEach((o,s,i)=>{let a=At(t,n,o,r);i.length>1&&a.prepend(ae(s,i)),e.append(a,...ce(n,o))})}function At(e,t,n,r){let o=R("quest\
ion"),{locks:s}=n,i=c("div",{class:"plg-result",role:"status"}),a=c("p",{class:"plg-saved"}),l=c("button",{type:"submit"},s?"Commit":"Answer"),u=c("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":o}),{body:m,missing:p,read:g,show:d,tell:f,lock:x}=T(n).inputs(o,n,r),v=m[m.length-1];(v.classList.contains("\
plg-entry")?v:u).append(l),u.prepend(...m),u.append(i,a);let S=C=>{if(s){for(let k of u.querySelectorAll("input, button, select"))k.toggleAttribute("disabled",!0);
x?.(),i.textContent="Committed. It is compared with the answer further down.";return}let O=D(n,C);O&&(i.replaceChildren(c("strong",{},le(O.correct)),O.text),f?.(
O,C),i.dataset.correct=String(O.correct))},N=e.kept(n.name);return N!==void 0&&(d(N),S(N)),u.addEventListener("submit",async C=>{C.preventDefault();let O=g();if(O===
void 0){i.textContent=p;return}l.disabled=!0,a.textContent="Saving …";let k=await e.keep(n,O);if(l.disabled=!1,z(a,k),k.refused&&s)return;let j=k.value??O,h=_(
j,O);if(h||d(j),S(j),k.refused)return;let b=s?void 0:D(n,j)?.correct,E=B(n,j);Z({lesson:t.lesson,question:n.name,value:j,text:E,correct:b,kept:h})}),u}function Ze(e,t,n,r){let{question:o,spec:s,columns:i}=n,a=c("p",{class:"plg-waiting"},n.waiting);e.append(a);let l=!1,u=async p=>{if(l)return;l=!0;let g=(p===void 0?
void 0:D(o,p))?.text??n.truth,{canvas:d,chart:f}=V(`${n.description} ${g}`),x=J(s,()=>G(i));e.replaceChildren(c("p",{class:"plg-sentence",role:"status"},g),f,c(
"div",{class:"plg-foot"},x.details));let v=await X(t,d,s,i,r),S=p===void 0?void 0:Le(o,p);S&&v?.swap("prediction",S)};ie(r,n.lesson,p=>{p.question===o.name&&u(p.
value)});let m=t.kept(o.name);if(m!==void 0)return u(m);if(t.skippable){let p=()=>u(void 0);a.append(" ",c("button",{type:"button",class:"plg-quiet",onclick:p},
"Show it without"))}}function qe(e,t,n,r){let o=R("notes"),s=c("textarea",{id:o,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let i=c("p",{class:"plg-saved",role:"st\
atus"}),a=c("p",{}),l=[],u=async()=>{i.textContent="Saving …";let m=await t.takeHome(s.value);z(i,m);for(let d of l)d();let p=(m.files??[]).map(([d,f])=>({name:d,
...r.url(new Blob([Y(f)]))}));l=p.map(({end:d})=>d);let g=({name:d="",href:f=""})=>c("a",{class:"plg-download",href:f,download:d},`Download ${d}`);a.replaceChildren(
...p.flatMap(d=>[g(d)," "]))};e.append(c("label",{for:o,class:"plg-ask"},"My notes"),s,c("p",{},c("button",{type:"button",onclick:u},"Save my page")),i,a)}var Nt={explorer:Ve,questions:Qe,paper:Xe,reveal:Ze,answers:_e,takehome:qe,chart:Ye};function et(e,t,n,r){let o=c("div",{class:`plg plg-${n.kind}`,role:"group",
"aria-label":n.title});return He(o,r),e.append(o),Nt[n.kind](o,t,n,r)}async function Ct(e){let{type:t,text:n}=e.querySelector("script");return t==="application/json"?JSON.parse(n):he(Y(n)).json()}async function Lt(e){we();let t=new se,
n=Be(String(e.dataset.answers)),r=[...e.querySelectorAll(".plg-part")],o=await Promise.all(r.map(Ct)),s=new Map,i=new Map;for(let l of o){if("questions"in l)for(let u of l.
questions)s.set(u.name,u);"stamp"in l&&i.set(l.lesson,l.stamp.variant)}r.forEach((l,u)=>{let m=o[u],p="lesson"in m?i.get(m.lesson):void 0;et(l,We(m,n,{questions:s,
variant:p}),m,t)}),addEventListener("scrollend",()=>history.replaceState({top:scrollY},""));let a=document.getElementById(decodeURIComponent(location.hash.slice(
1)));history.state?scrollTo({top:history.state.top,behavior:"instant"}):a?.scrollIntoView({behavior:"instant"})}Lt(document.body);})();
