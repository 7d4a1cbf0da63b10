"use strict";(()=>{function a(e,t={},...n){let o=document.createElement(e);for(let[r,s]of Object.entries(t))r.startsWith("on")?o.addEventListener(r.slice(2),s):s!==void 0&&s!==!1&&
o.setAttribute(r,s===!0?"":s);return o.append(...n),o}function z(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[o,r]of Object.entries(
t))n.setAttribute(o,String(r));return n}function K(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}function U(e){let t=atob(e),n=new Uint8Array(t.length);for(let o=0;o<t.length;o++)n[o]=t.charCodeAt(o);return n}var Q=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function Be(e){let t=URL.createObjectURL(new Blob([await Q(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var Fe=globalThis;Fe.plgkitShared??={};var x=Fe.plgkitShared;x.ids??=0;x.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};x.drawing??=Promise.resolve();
function B(e){return x.ids+=1,`plg-${e}-${x.ids}`}var Tt=4*1024*1024,Rt=10,Ct=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function We(e,t){x.engines??=new Map;let n=x.engines.get(e);return n||(n=Mt(t),x.engines.set(e,n)),n}async function Mt(e){let t=new Uint8Array(await Q(await e()).
arrayBuffer()),n=t.indexOf(Rt),{loader:o,models:r}=JSON.parse(new TextDecoder().decode(t.subarray(0,n))),s=URL.createObjectURL(new Blob([o],{type:"text/javascri\
pt"})),c=URL.createObjectURL(new Blob([t.subarray(n+1)],{type:"application/wasm"}));try{let{loadMicroPython:p}=await import(s),i=await p({heapsize:Tt,url:c});for(let m of[
"/lib","/lib/plgkit","/lib/plgkit/models"])i.FS.mkdir(m);i.FS.writeFile("/lib/plgkit/__init__.py","");for(let[m,l]of Object.entries(r))i.FS.writeFile(`/lib/plgk\
it/models/${m}`,l);i.runPython(Ct);let d=i.globals.get("answer");return{cell:(m,l)=>JSON.parse(d(m,JSON.stringify(l)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(
c)}}function N(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let o=Number(n.toExponential().split(
"e")[1]),r=Math.min(300,Math.max(0,t-1-o)),s=String(BigInt(Math.round(n*+`1e${r}`))).padStart(r+1,"0"),c=s.slice(0,s.length-r).replace(/\B(?=(\d{3})+$)/g,","),p=s.
slice(s.length-r).replace(/0+$/,""),i=p?`${c}.${p}`:c;return e<0&&i!=="0"?`−${i}`:i}var we=e=>`${N(100*e)}%`,G=10,_e=({low:e,high:t})=>`a number between ${N(e,
G)} and ${N(t,G)}`,oe=e=>e.slice(0,16).replace("T"," ");var Dt=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function Pt(e){let[,t="",n="",o=""]=e.match(Dt)??[e,"",e,""];return{before:t,ask:n,after:o}}
function R(e){let{before:t,ask:n,after:o}=Pt(e),r=s=>a("span",{class:"plg-situation"},s);return[...t?[r(t)," "]:[],n,...o?[" ",r(o)]:[]]}var He={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(r=>{let s=a(
"input",{type:"radio",name:e,value:r,id:`${e}-${r}`}),c=a("label",{for:s.id},t.options[r]);return{radio:s,row:a("div",{class:"plg-option"},s,c)}}),o=a("legend",
{id:e},...R(t.ask));return{body:[a("fieldset",{},o,...n.map(({row:r})=>r))],missing:"Choose one of the answers first.",read(){let r=n.find(({radio:s})=>s.checked);
return r&&Number(r.radio.value)},show(r){let s=n.find(({radio:c})=>Number(c.value)===r);s&&(s.radio.checked=!0)}}}};var Y=(e,t)=>JSON.stringify(e)===JSON.stringify(t),W=(e,t)=>e.low<=t&&t<=e.high,re=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(o=>Number.isInteger(o)&&o>=0&&
o<n);var V=240,Ut=560,Bt=240,[se,ye,ie,ve]=[62,16,14,34],Je=[0,1,2,3,4],Ft=4,Wt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function ze({
at:e,top:t,xTitle:n,yTitle:o},r){let s=e.map(()=>null),c=Ut,p=!1,i=w=>se+(c-se-ye)*(e[w]-e[0])/(e[e.length-1]-e[0]),d=w=>ie+(V-ve-ie)*(1-w/t),m=z("svg",{class:"\
plg-drawing",role:"group","aria-label":`${o}, by ${n}`}),l=(w,y)=>{let k=z("text",y);return k.textContent=w,m.append(k),k},f=Je.map(w=>{let y=t*w/(Je.length-1);
l(N(y),{x:se-8,y:d(y)+4,"text-anchor":"end"});let k=z("line",{x1:se,y1:d(y),y2:d(y),class:"plg-grid"});return m.append(k),k}),u=e.map(w=>l(String(w),{y:V-ve+18,
"text-anchor":"middle"})),h=l(n,{y:V-2,"text-anchor":"end"}),v=z("polyline",{class:"plg-line"}),O=e.map((w,y)=>{let j={"aria-label":`${o} at ${n} ${w}`,"aria-va\
luemin":0,"aria-valuemax":t},L=z("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...j});return L.addEventListener("keydown",P=>{let J=Wt[P.key];!J||p||(P.
preventDefault(),A(y,(s[y]??s[y-1]??0)+J*t/100))}),L});m.append(v,...O);let E=()=>{O.forEach((y,k)=>{let j=s[k];y.setAttribute("cx",String(i(k))),y.setAttribute(
"cy",String(d(j??0))),y.classList.toggle("plg-unset",j===null),y.setAttribute("aria-valuenow",String(j??0)),y.setAttribute("aria-valuetext",j===null?"not drawn \
yet":N(j))});let w=s.flatMap((y,k)=>y===null?[]:[`${i(k)},${d(y)}`]);v.setAttribute("points",w.join(" "))},A=(w,y)=>{s[w]=Math.min(t,Math.max(0,Number(y.toPrecision(
Ft)))),E()},I=()=>{c=Math.max(Bt,m.clientWidth||c),m.setAttribute("viewBox",`0 0 ${c} ${V}`);for(let w of f)w.setAttribute("x2",String(c-ye));u.forEach((w,y)=>{
w.setAttribute("x",String(i(y)))}),h.setAttribute("x",String(c-ye)),E()};r.resized(m,I);let S=!1,$=w=>{if(!S||p)return;let y=m.getBoundingClientRect(),k=(w.clientX-
y.left)/y.width*c,j=(w.clientY-y.top)/y.height*V,L=e.reduce((P,J,ne)=>Math.abs(i(ne)-k)<Math.abs(i(P)-k)?ne:P,0);A(L,t*(1-(j-ie)/(V-ve-ie)))};return m.addEventListener(
"pointerdown",w=>{S=!0,m.setPointerCapture(w.pointerId),$(w)}),m.addEventListener("pointermove",$),m.addEventListener("pointerup",()=>{S=!1}),I(),{svg:m,heights:s,
show:E,lock:()=>{p=!0;for(let w of O)w.setAttribute("aria-disabled","true")}}}var _t="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",Ke=e=>e[e.length-1],Ge={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(o=>typeof o=="number"&&W({low:0,high:t},o)),fits:(e,t)=>W(e,Ke(t)),words:(e,t)=>N(Ke(t)),overlay:({at:e},t)=>t.map((n,o)=>({x:e[o],prediction:n})),
inputs(e,t,n){let{svg:o,heights:r,show:s,lock:c}=ze(t,n),p=a("p",{class:"plg-unit"},_t);return{body:[a("p",{id:e,class:"plg-ask"},...R(t.ask)),p,o],missing:"Dra\
w the whole line: every point counts.",read:()=>r.includes(null)?void 0:[...r],show(i){r.splice(0,r.length,...i),s()},lock:c}}};var Ye={accepts:(e,t)=>typeof t=="number"&&W(e,t),fits:W,words:(e,t)=>N(t,G),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=a("input",{type:"number",step:"an\
y",id:`${e}-box`,"aria-describedby":`${e}-unit`}),o=a("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[a("label",{id:e,for:n.id,class:"plg-ask"},...R(
t.ask)),a("div",{class:"plg-entry"},n,o)],missing:`Give ${_e(t)}.`,read(){let r=Number(n.value);return n.value.trim()!==""&&W(t,r)?r:void 0},show(r){n.value=String(
r)}}}};var Ve={accepts:({items:e},t)=>re(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>Y(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((l,f)=>f),o=!1,r=a("ol",{class:"plg-ranking","aria-labelledby":e}),s=(l,f)=>{o=!0,n.splice(f,0,...n.splice(l,1)),i();let[u,h]=r.children[f].querySelectorAll(
"button"),[v,O]=f<l?[u,h]:[h,u];(v.disabled?O:v).focus()},c=(l,f,u,h="")=>{let v=l+f<0||l+f>=n.length,O=`${t.items[n[l]]}: ${h}`;return a("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:v,"aria-label":O},onclick:()=>s(l,l+f)},u)},p=(l,f)=>a("li",{},a("span",{},t.items[l]),c(f,-1,"↑","up"),c(f,1,"↓","down")),
i=()=>r.replaceChildren(...n.map(p)),d=()=>{o=!0};i();let m=a("button",{type:"button",class:"plg-quiet",onclick:d},"I keep this order");return{body:[a("p",{id:e,
class:"plg-ask"},...R(t.ask)),r,m],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>o?[...n]:void 0,show(l){n=[...l],o=!0,i()}}}};var qe=({cards:e})=>e.map(({pile:t})=>t),Xe={accepts:(e,t)=>re(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||Y(qe(e),t),words({verdicts:[e]},t){return`${qe(
e).filter((o,r)=>o===t[r]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((o,r)=>{let s=a("select",{id:`${e}-${r}`},a("option",{value:""},"…"));s.append(
...t.piles.map((i,d)=>a("option",{value:d},i)));let c=a("p",{class:"plg-reason"});return{card:a("li",{},a("label",{for:s.id},o),s,c),pile:s,reason:c}});return{body:[
a("p",{id:e,class:"plg-ask"},...R(t.ask)),a("ol",{class:"plg-cards"},...n.map(({card:o})=>o))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:o})=>o.
value==="")?void 0:n.map(({pile:o})=>Number(o.value)),show(o){o.forEach((r,s)=>{n[s].pile.value=String(r)})},tell(o,r){n.forEach(({reason:s},c)=>{let p=o.cards[c].
pile===r[c];s.dataset.correct=String(p),s.textContent=`${p?"✓":"✗"} ${o.cards[c].reason}`})}}}};var Ht={choice:He,number:Ye,ranking:Ve,drawing:Ge,sorting:Xe},M=e=>Ht[e.form];var Z=(e,t)=>e!==void 0&&M(e).accepts(e,t),_=(e,t)=>M(e).words(e,t);function D(e,t){if(!e.verdicts||!Z(e,t))return;let{fits:n}=M(e),o=e.verdicts.find(r=>n(r,t));
return o&&{...o,text:o.text.replaceAll("{given}",_(e,t))}}var Qe=(e,t)=>M(e).overlay?.(e,t);var Jt=1,ke=1,zt="(with other numbers, or to an earlier edition of the question)",Kt=["at","lesson","learner","part","kind","variant"],Gt=["prediction","exercis\
e","quiz","note"],Yt=/(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/,Oe=e=>typeof e=="string",xe=e=>Number.isSafeInteger(e)&&e>=0,Ze={given:e=>typeof e=="object"&&e!==null&&!Array.
isArray(e),person:e=>Oe(e)&&e!=="",edition:e=>xe(e)&&e>=ke,sure:e=>typeof e=="number"&&e>=0&&e<=1,hints:xe,round:xe};function Vt(e){let t;try{t=JSON.parse(e)}catch{
return}if(!(!Ze.given(t)||t.v!==Jt||!("value"in t))&&!Yt.test(JSON.stringify(t))&&!(!Kt.every(n=>Oe(t[n]))||!Gt.includes(t.kind)))return Object.entries(Ze).every(
([n,o])=>!(n in t)||o(t[n]))?t:void 0}var Se=e=>e.split(`
`).filter(t=>t.trim()),ee=e=>Se(e).flatMap(t=>Vt(t)??[]),qt=(e,t)=>Object.keys(e).length===Object.keys(t).length&&Object.keys(e).every(n=>JSON.stringify(e[n])===
JSON.stringify(t[n]));function ae(e,t,n=ke){return(e.given?qt(e.given,t.given):e.variant===t.variant)&&(e.edition??ke)===n}function et(e,t,n){let o=new Map;for(let r of e)
ae(r,t,n(r.part))&&o.get(r.part)?.kind!=="prediction"&&o.set(r.part,r);return o}function tt(e,t,n,o,r){let s=o.toISOString().replace("Z","+00:00"),{name:c,kind:p,
edition:i}=t,{correct:d,misconception:m}="verdicts"in t&&D(t,n)||{};return JSON.stringify({...e,at:s,part:c,kind:p,value:n,correct:d,misconception:m,person:r,edition:i})}
function Ee(e,t,n,o,r){return[t,e[n]??n,o,r===void 0?"":r?"yes":"no"]}function nt(e,t,n,o){let{at:r,part:s,kind:c,value:p}=o,i=t.get(s),d=c==="prediction"||typeof o.
correct!="boolean"?void 0:o.correct,m=p;return i&&!ae(o,n,i.edition)?m=`${Xt(p)} ${zt}`:i&&Z(i,p)&&(m=_(i,p)),Ee(e,oe(r),s,m,d)}var Xt=e=>Oe(e)?e:JSON.stringify(
e);var Qt="This browser does not keep answers: download them before you close the page.",Zt="You had committed before: your first prediction is shown, and stays.";
function en(){let e=document.getElementById("plgkit-vega");return e.src?new Promise(t=>{e.addEventListener("load",()=>t(x.embed))}):Be(U(e.text.trim()))}function $e(){
return x.vega??=en(),x.vega}async function tn(){let{dataset:e,textContent:t}=document.getElementById("plgkit-python");return e.src?(await new Promise((n,o)=>{document.
head.append(a("script",{src:e.src,onload:n,onerror:o}))}),U(x.python??"")):U((t??"").trim())}var nn=()=>We("page",tn),on={stamp:{v:1,lesson:"",learner:"",variant:"",
given:{}},questions:new Map,editions:new Map,journal:{read:()=>"",person:()=>"",append:()=>!1}};function ot(e,t){let{stamp:n,questions:o,editions:r,journal:s}=t??
on,c=()=>ee(s.read()).filter(({lesson:i,learner:d})=>i===n.lesson&&d===n.learner),p=i=>{let d=o.get(i),m=c().filter(l=>l.part===i&&(!d||Z(d,l.value)));return et(
m,n,l=>r.get(l)).get(i)};return{skippable:!0,vega:$e,engine:nn,async keep(i,d){let m=i.locks?p(i.name):void 0;if(m?.kind==="prediction")return{value:m.value,saved:Zt};
let l=s.append(tt(n,i,d,new Date,s.person()));return{value:d,saved:l?"Kept in this browser.":Qt}},async takeHome(i){let d=await this.keep({name:"notes",kind:"no\
te"},i);return print(),d},kept:i=>p(i)?.value,rows:()=>c().map(i=>nt(e.labels,o,n,i)),unreadable(){let i=Se(s.read()).length-c().length;return i?[`Set aside, an\
d kept in the download: ${i} stored ${i>1?"lines":"line"} of no use here.`]:[]},journal:async()=>({text:s.read()})}}var ce=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};x.live[t]+=1;let o=()=>{this.#e.delete(o)&&(x.live[t]-=1,n())};return this.#e.add(o),
o}listen(t,n,o){return t.addEventListener(n,o),this.begin("listeners",()=>t.removeEventListener(n,o))}resized(t,n){let o=new ResizeObserver(n);return o.observe(
t),this.begin("observers",()=>o.disconnect())}later(t,n){let o=setTimeout(()=>{r(),n()},t),r=this.begin("timers",()=>clearTimeout(o));return r}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};var rn="data-lm-suppress-shortcuts",st=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function rt(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(rn,st(e))}function it(e,t){e.addEventListener("keydown",n=>st(n)&&n.stopPropagation()),x.live.guards===0&&(addEventListener("keydown",
rt,!0),x.unguard=()=>removeEventListener("keydown",rt,!0)),t.begin("guards",()=>{x.live.guards===0&&x.unguard?.()})}var at="plgkit:answered",te=e=>document.dispatchEvent(new CustomEvent(at,{detail:e}));function le(e,t,n){e.listen(document,at,({detail:o})=>{o.lesson===t&&n(o)})}function sn(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([c])=>s[c]!==null)).map(s=>Object.fromEntries(t.
map(([c,p])=>[p,s[c]]))):e}function an(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):N(e,Number.isInteger(e)?15:5)}function Ae(e){let t=Object.keys(
e[0]??{}),n=t.map(r=>a("th",{scope:"col"},r)),o=e.map(r=>a("tr",{},...t.map(s=>a("td",{"data-label":s},an(r[s],s)))));return a("table",{},a("thead",{},a("tr",{},
...n)),a("tbody",{},...o))}function q(e,t){let n=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),o=a("summary",{},"The numbers as\
 a table"),r=a("details",{class:"plg-table"},o,n),s=()=>{r.open&&n.replaceChildren(Ae(sn(t(),e.usermeta?.table)))};return r.addEventListener("toggle",s),{details:r,
fill:s}}var cn=15e3;function ct(e,t,n,o){let r=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=a("p",{class:"plg-note",role:"alert"}),
p=a("button",{type:"button",class:"plg-quiet",onclick:async()=>{let l=await t.journal();if(s.textContent=l.refused??"",l.refused)return;let{href:f,end:u}=o.url(
new Blob([l.text??""],{type:"application/jsonl"}));a("a",{href:f,download:n.file}).click(),o.later(cn,u)}},"Download my answers"),i=[...t.rows()],d=()=>{let l=i.
map(f=>Object.fromEntries(n.headings.map((u,h)=>[u,f[h]])));r.replaceChildren(i.length?Ae(l):"No answer yet.")};le(o,n.lesson,({question:l,text:f,correct:u,kept:h})=>{
h!==!1&&(i.push(Ee(n.labels,oe(new Date().toISOString()),l,f,u)),d())}),d();let m=t.unreadable().map(l=>a("p",{class:"plg-note"},l));e.append(r,a("p",{},p),s,...m)}var ln=100,pn=65,lt=280,un=640;function F(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,o)=>Object.fromEntries(t.map(r=>[r,e[r][o]])))}function X(e){let t=a(
"div",{class:"plg-canvas","aria-hidden":"true"}),n=a("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var dn=()=>new Promise(e=>{
requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,ln)});async function pe(){await x.drawing,await new Promise(e=>(globalThis.requestIdleCallback??setTimeout)(
e))}function H(e,t,n,o,r){t.style.minHeight=`${n.height+pn}px`;let s=x.drawing.then(()=>pt(e,t,n,o,r)),c=()=>(t.style.minHeight="",dn());return x.drawing=s.then(
c,c),s}async function ue(e,t,n,o){let r=await pt(e,a("div"),t,n,o),s=r&&await r.png();return r?.end(),s}async function pt(e,t,n,o,r){let s=await e.vega();if(r.ended)
return;let c=Math.max(lt,t.clientWidth||un),p={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:F(o),...n.datasets},autosize:{type:"\
fit-x",contains:"padding"},width:c,config:{...n.config,aria:!1}},{view:i,finalize:d}=await s(t,p,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"}),m=r.begin(
"views",d),l=r.resized(t,()=>{let f=Math.max(lt,t.clientWidth);!t.clientWidth||Math.abs(f-c)<=1||(c=f,i.width(c).runAsync())});if(!r.ended)return{swap:(f,u)=>i.
data(f,u).runAsync(),png:async()=>(await i.toImageURL("png")).split(",")[1],end(){l(),m()}}}function ut(e,t,{title:n,spec:o,columns:r},s){let{canvas:c,chart:p}=X(n);if(e.append(p),o.usermeta?.table){let[i]=Object.values(o.datasets);e.append(a("div",{class:"\
plg-foot"},q(o,()=>i).details))}return H(t,c,o,r,s)}var fn=["opacity","strokeOpacity","fillOpacity","tooltip"];function dt({layer:e,mark:t,encoding:n={},data:o,params:r,name:s,...c}){if(o&&o.name!=="outcome")return[];
let p=Object.fromEntries(Object.entries(n).filter(([d])=>!fn.includes(d)));if(e)return[{...c,encoding:p,layer:e.flatMap(dt)}];let i=t.type?t:{type:t};return i.type===
"text"||i.opacity===0?[]:[{...c,encoding:p,mark:{...i,opacity:.3*(i.opacity??1),tooltip:null}}]}function ft(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(dt)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}function je(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(o=>Math.abs(Number(o)-t));return n.indexOf(Math.min(...n))}function mt(e,t){let n=B("control"),o=e.unit?` (${e.unit})`:"",r=a("label",{for:n,class:"plg-label",title:e.help},e.label);o&&r.append(a("span",{class:"plg-unit"},
o));let s=a("p",{class:"plg-note",role:"alert",id:`${n}-note`}),c=e.kind==="choice"||e.kind==="flag",{inputs:p,show:i}=c?mn(e,n,t):gn(e,n,o,t);return i(e.value),
{row:a("div",{class:"plg-control"},r,...p,s),show:i,note:s}}function mn(e,t,{moved:n,settled:o,touched:r}){let s=a("select",{id:t,onchange(){r(),n(s.selectedIndex),
o()},onfocus:r}),c=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...c.map(i=>a("option",{},String(i)))),{inputs:[s],show:i=>{s.selectedIndex=je(e.positions,
i)}}}function gn(e,t,n,{moved:o,settled:r,typed:s,touched:c}){let p=a("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>o(Number(p.value)),
onchange:r,onfocus:c,onpointerdown:c}),i=a("input",{type:"number",step:"any",min:e.low,max:e.high,"aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}\
-note`,onchange:()=>s(Number(i.value)),onfocus:c}),d=a("span",{class:"plg-reading","aria-hidden":"true"}),m=/^share\b/.test(e.unit);return{inputs:[p,i,d],show:f=>{
p.value=String(je(e.positions,f)),i.value=String(f),d.textContent=m?`= ${we(f)}`:"",p.setAttribute("aria-valuetext",`${m?we(f):N(f,G)}${n}`)}}}var gt="This browser does not run the model, so the picture stays as it is. The notebook computes it.",Ne="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",hn="The kernel computes this picture, so each move waits for it.",bn="These values cannot be computed";function bt(e,{model:t}){let n,
o,r,s=!1,c=e.outcome;async function p(){try{if(t===void 0)throw new Error(Ne);return n=await e.engine(),n.cell(t,{}),""}catch(l){return n=void 0,t!==void 0&&console.
warn(l),c?hn:t===void 0?Ne:gt}}async function i(l){return n&&t!==void 0?ht(n,t,l):c?c(l):{refused:t===void 0?Ne:gt}}async function d(){for(s=!0;r;){let{values:l,
heard:f}=r;await m.start();let u=await i(l);r?.values===l&&(r=void 0,f(u))}s=!1}let m={start(){return o??=p(),o},alive:()=>!!(n||c),at(l,f){if(n&&t!==void 0&&!s)
return f(ht(n,t,l));r={values:l,heard:f},s||d()}};return m}function ht(e,t,n){try{return{cell:e.cell(t,n)}}catch(o){console.error(o);let r=String(o instanceof Error?
o.message:o).trim().split(`
`);return{refused:`${bn}: ${r[r.length-1]}.`}}}var Ie=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function wt(e){let t=[e],n=!1,o=()=>t[t.length-1];return{begin(){n=!1},settle(r){Ie(o().values,r.values)||(n&&
t.pop(),n=!0,(!t.length||!Ie(o().values,r.values))&&t.push(r))},before:r=>Ie(o().values,r)?t[t.length-2]:o(),undo(){if(n=!1,!(t.length<2))return t.pop(),o()}}}function yt(e,t,n,o){let{controls:r,spec:s}=n,c=Object.fromEntries(r.map(({name:g,value:b})=>[g,b])),p={...c},i={values:c,cell:n.cell},d=r[0].name,m=0,l=!1,f=!1,
u,h=wt(i),v=bt(t,n),O=a("p",{class:"plg-sentence",role:"status"},i.cell.sentence),E=n.measures.map((g,b)=>a("dd",{},i.cell.headline[b])),A=n.measures.map(()=>a(
"dd",{class:"plg-before"})),I=n.measures.map((g,b)=>a("div",{},a("dt",{},g),E[b],A[b])),{canvas:S,chart:$}=X(i.cell.sentence),T=q(s,()=>F(i.cell.columns)),w=a("\
p",{class:"plg-engine",role:"status"}),y=g=>g?e.setAttribute("aria-busy","true"):e.removeAttribute("aria-busy"),k=()=>{let g=h.before(i.values);Pe.disabled=he.disabled=
!g;let b=f?g:void 0;he.setAttribute("aria-pressed",String(f)),A.forEach((C,Ue)=>{C.textContent=b?`before: ${b.cell.headline[Ue]}`:""}),u&&f?u.swap("before",b?F(
b.cell.columns):[]):u?.ghost&&u.swap("before",[])},j=()=>{if(o.ended)return;let{cell:g}=i;u?.swap("outcome",F(g.columns)),O.textContent=g.sentence,$.setAttribute(
"aria-label",g.sentence),E.forEach((b,C)=>{b.textContent=g.headline[C]}),T.fill(),k()},L={},P=()=>{for(let{name:g}of r)L[g].show(p[g])},J=()=>{for(let{note:g}of Object.
values(L))g.textContent=""},ne=(g,{cell:b,refused:C})=>{y(!1),b?(i={values:g,cell:b},l&&h.settle(i)):(L[d].note.textContent=C??"",Object.assign(p,i.values),P()),
l=!1,j()},At=()=>{m=0;let g={...p};y(!0),v.at(g,b=>ne(g,b))},Ce=g=>{Object.assign(p,g),J();for(let b of Object.keys(g))L[b].show(p[b]);m||(m=requestAnimationFrame(
At))},Me=()=>{l=!0,!(m||Object.keys(p).some(g=>p[g]!==i.values[g]))&&(h.settle(i),l=!1,k())},De=g=>{h.begin(),Ce(g),Me()},jt=()=>{let g=h.undo();g&&(i=g,Object.
assign(p,g.values),J(),P(),j())},Nt=async()=>{f=!f;let g=h.before(i.values);if(f&&g&&s.layer&&u&&!u.ghost){u.end();let b=ft(s,F(g.cell.columns));u=await H(t,S,b,
i.cell.columns,o),u&&(u.ghost=!0)}j()},It=g=>{let{name:b,positions:C}=g;return mt(g,{moved:be=>{d=b,Ce({[b]:C[be]})},typed:be=>{d=b,De({[b]:be})},settled:Me,touched:()=>{
d=b,h.begin(),v.start()}})};for(let g of r)L[g.name]=It(g);let ge=(g,b)=>a("button",{type:"button",class:"plg-quiet",onclick:b},g),Pe=ge("Undo",jt),he=ge("What \
changed?",Nt),Lt=ge("Start values",()=>De({...c}));return k(),e.append(a("div",{class:"plg-stage"},a("div",{class:"plg-controls"},...r.map(({name:g})=>L[g].row)),
a("dl",{class:"plg-headline"},...I),$,O,a("div",{class:"plg-foot"},T.details,Pe,he,Lt),w)),H(t,S,s,i.cell.columns,o).then(async g=>{if(u=g,i.values!==c&&j(),await pe(),
o.ended)return;let b=t.store&&await ue(t,s,n.cell.columns,o);if(b&&t.store?.(b),w.textContent=await v.start(),!v.alive())for(let C of e.querySelectorAll(".plg-c\
ontrols :is(input, select)"))C.toggleAttribute("disabled",!0)})}function de({edition:e},{solution:t}){return t?[a("details",{class:"plg-solution",open:e==="instructor"},a("summary",{},"The answer"),t)]:[]}var fe=(e,t)=>a("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),me=e=>e?"✓ Right. ":"✗ Not this. ";var Le="Finish",wn="Finished. What was right is told after the course, when you know more.";function vt(e,t,n,o){let r=a("p",{class:"plg-saved",role:"status"}),
s=a("button",{type:"submit"},Le),c=a("form"),p=n.questions.map((u,h,v)=>{let{body:O,read:E,show:A}=M(u).inputs(B("question"),u,o),I=a("div",{class:"plg-result"}),
S=a("div",{class:"plg-question"},fe(h,v),...O,I);S.addEventListener("change",()=>l(u,E()));let $=t.kept(u.name);return $!==void 0&&A($),{place:S,question:u,read:E,
result:I}}),i=()=>p.flatMap(({read:u},h)=>u()===void 0?[h+1]:[]),d=u=>{r.textContent=`${p.length-i().length} of ${p.length} answered. ${u}`},m=async(u,h)=>{s.textContent=
Le;let v=await t.keep(u,h);return K(r,v),d(r.textContent??""),!v.refused},l=async(u,h)=>{let v={...u,verdicts:void 0};await m(v,h)&&te({lesson:n.lesson,question:u.
name,value:h,text:_(u,h)})},f=()=>{for(let h of c.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return d(
wn);let u=0;for(let{question:h,read:v,result:O}of p){let E=yn(h,v(),O);O.dataset.correct=String(E),u+=Number(E)}d(`Finished: ${u} of ${p.length} right. Each que\
stion now says why.`)};c.addEventListener("submit",async u=>{u.preventDefault();let h=i();if(h.length&&s.textContent===Le)return s.textContent="Finish all the s\
ame",d(`Still open: ${h.join(", ")}.`);let v=p.length-h.length;await m({name:n.end,kind:"note",edition:n.endEdition},v)&&(te({lesson:n.lesson,question:n.end,value:v,
text:String(v)}),f())}),c.append(...p.flatMap(({place:u,question:h})=>[u,...de(n,h)]),s,r),e.append(c),t.kept(n.end)===void 0?d(""):f()}function yn(e,t,n){let o=t===
void 0?void 0:D(e,t),r=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(a("strong",{},o?me(o.correct):"Not answered."),o?.text??""),r&&!o?.correct&&n.
append(a("p",{},a("em",{},"Right: "),e.options[r.option]," ",r.text)),!!o?.correct}function xt(e,t,n,o){n.questions.forEach((r,s,c)=>{let p=vn(t,n,r,o);c.length>1&&p.prepend(fe(s,c)),e.append(p,...de(n,r))})}function vn(e,t,n,o){let r=B("quest\
ion"),{locks:s}=n,c=a("div",{class:"plg-result",role:"status"}),p=a("p",{class:"plg-saved"}),i=a("button",{type:"submit"},s?"Commit":"Answer"),d=a("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":r}),{body:m,missing:l,read:f,show:u,tell:h,lock:v}=M(n).inputs(r,n,o),O=m[m.length-1];(O.classList.contains("\
plg-entry")?O:d).append(i),d.prepend(...m),d.append(c,p);let E=I=>{if(s){for(let $ of d.querySelectorAll("input, button, select"))$.toggleAttribute("disabled",!0);
v?.(),c.textContent="Committed. It is compared with the answer further down.";return}let S=D(n,I);S&&(c.replaceChildren(a("strong",{},me(S.correct)),S.text),h?.(
S,I),c.dataset.correct=String(S.correct))},A=e.kept(n.name);return A!==void 0&&(u(A),E(A)),d.addEventListener("submit",async I=>{I.preventDefault();let S=f();if(S===
void 0){c.textContent=l;return}i.disabled=!0,p.textContent="Saving …";let $=await e.keep(n,S);if(i.disabled=!1,K(p,$),$.refused&&s)return;let T=$.value??S,w=Y(
T,S);if(w||u(T),E(T),$.refused)return;let y=s?void 0:D(n,T)?.correct,k=_(n,T);te({lesson:t.lesson,question:n.name,value:T,text:k,correct:y,kept:w})}),d}function kt(e,t,n,o){let{question:r,spec:s,columns:c}=n,p=a("p",{class:"plg-waiting"},n.waiting);e.append(p);let i=!1,d=async f=>{if(i)return;i=!0;let u=(f===void 0?
void 0:D(r,f))?.text??n.truth,{canvas:h,chart:v}=X(`${n.description} ${u}`),O=q(s,()=>F(c));e.replaceChildren(a("p",{class:"plg-sentence",role:"status"},u),v,a(
"div",{class:"plg-foot"},O.details));let E=await H(t,h,s,c,o),A=f===void 0?void 0:Qe(r,f);A&&E?.swap("prediction",A)};le(o,n.lesson,f=>{f.question===r.name&&d(f.
value)});let m=async()=>{await pe();let f=o.ended?void 0:await ue(t,s,c,o);f&&t.store?.(f)};t.store&&m();let l=t.kept(r.name);if(l!==void 0)return d(l);if(t.skippable){
let f=()=>d(void 0);p.append(" ",a("button",{type:"button",class:"plg-quiet",onclick:f},"Show it without"))}}function Ot(e,t,n,o){let r=B("notes"),s=a("textarea",{id:r,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let c=a("p",{class:"plg-saved",role:"st\
atus"}),p=a("p",{}),i=[],d=async()=>{c.textContent="Saving …";let m=await t.takeHome(s.value);K(c,m);for(let u of i)u();let l=(m.files??[]).map(([u,h])=>({name:u,
...o.url(new Blob([U(h)]))}));i=l.map(({end:u})=>u);let f=({name:u="",href:h=""})=>a("a",{class:"plg-download",href:h,download:u},`Download ${u}`);p.replaceChildren(
...l.flatMap(u=>[f(u)," "]))};e.append(a("label",{for:r,class:"plg-ask"},"My notes"),s,a("p",{},a("button",{type:"button",onclick:d},"Save my page")),c,p)}var xn="This part of the page could not be drawn. Load the page again; the other parts work.",kn={explorer:yt,questions:xt,paper:vt,reveal:kt,answers:ct,takehome:Ot,
chart:ut};function Te(e,t){let n=t instanceof Error?t.message:String(t);e.append(a("p",{class:"plg plg-note",role:"alert"},`${xn} (${n})`))}function St(e,t,n,o){
let r=a("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});it(r,o),e.append(r);let s=c=>{console.error(c),r.replaceChildren(),Te(r,c)};try{Promise.
resolve(kn[n.kind](r,t,n,o)).catch(s)}catch(c){s(c)}}var Et="plgkit:",On=16;function $t(e){let t=`${Et}${e.lesson}:${e.learner}`,n=[],o=l=>{try{return localStorage.getItem(l)??""}catch{return""}},r=()=>{try{return Object.
keys(localStorage).filter(l=>l.startsWith(Et))}catch{return[]}},s=l=>l.lesson===e.lesson&&l.learner===e.learner&&ae(l,e,l.edition),c=r().filter(l=>l!==t&&ee(o(l)).
some(s));(o(t)||c.length===0)&&c.push(t);let p=c[c.length-1],i=()=>Re(c.map(o).join(""))+n.join(""),d="",m=()=>{let l=f=>ee(f).find(u=>u.person&&u.learner===e.learner)?.
person;return d||=l(i())??l(r().map(o).map(Re).join(""))??Sn(),d};return addEventListener("beforeunload",l=>{n.length&&l.preventDefault()}),{read:i,person:m,append(l){
n.push(`${l}
`);try{let f=localStorage.getItem(p)??"";localStorage.setItem(p,Re(f)+n.join(""))}catch{return!1}return n.length=0,!0}}}var Re=e=>e&&!e.endsWith(`
`)?`${e}
`:e;function Sn(){return[...crypto.getRandomValues(new Uint8Array(On/2))].map(t=>t.toString(16).padStart(2,"0")).join("")}async function En(e){let{type:t,text:n}=e.querySelector("script");return t==="application/json"?JSON.parse(n):Q(U(n)).json()}function $n(e){let t=new Map;for(let n of e)
if("stamp"in n&&!t.has(n.lesson)){let{stamp:o}=n;t.set(n.lesson,{stamp:o,questions:new Map,editions:new Map,journal:$t(o)})}for(let n of e){let o="lesson"in n?t.
get(n.lesson):void 0;if(!o)continue;let r="questions"in n?n.questions:"question"in n?[n.question]:[];for(let s of r)o.questions.has(s.name)||(o.questions.set(s.
name,s),o.editions.set(s.name,s.edition));"end"in n&&o.editions.set(n.end,n.endEdition)}return t}async function An(e){$e();let t=new ce,n=[...e.querySelectorAll(
".plg-part")],o=await Promise.allSettled(n.map(En)),r=$n(o.flatMap(c=>c.status==="fulfilled"?[c.value]:[]));n.forEach((c,p)=>{let i=o[p];if(i.status==="fulfille\
d"){let d=i.value;St(c,ot(d,"lesson"in d?r.get(d.lesson):void 0),d,t)}else Te(c,i.reason)}),addEventListener("scrollend",()=>history.replaceState({top:scrollY},
""));let s=document.getElementById(decodeURIComponent(location.hash.slice(1)));history.state?scrollTo({top:history.state.top,behavior:"instant"}):s?.scrollIntoView(
{behavior:"instant"})}An(document.body);})();
