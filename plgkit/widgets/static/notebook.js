function $e(e){let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var de=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function Ne(e){let t=URL.createObjectURL(new Blob([await de(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var je=globalThis;je.plgkitShared??={};var v=je.plgkitShared;v.ids??=0;v.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};v.drawing??=Promise.resolve();
function T(e){return v.ids+=1,`plg-${e}-${v.ids}`}var bt=4*1024*1024,wt=10,yt=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function Le(e,t){v.engines??=new Map;let n=v.engines.get(e);return n||(n=xt(t),v.engines.set(e,n)),n}async function xt(e){let t=new Uint8Array(await de(await e()).
arrayBuffer()),n=t.indexOf(wt),{loader:r,models:o}=JSON.parse(new TextDecoder().decode(t.subarray(0,n))),s=URL.createObjectURL(new Blob([r],{type:"text/javascri\
pt"})),a=URL.createObjectURL(new Blob([t.subarray(n+1)],{type:"application/wasm"}));try{let{loadMicroPython:l}=await import(s),c=await l({heapsize:bt,url:a});for(let m of[
"/lib","/lib/plgkit","/lib/plgkit/models"])c.FS.mkdir(m);c.FS.writeFile("/lib/plgkit/__init__.py","");for(let[m,u]of Object.entries(o))c.FS.writeFile(`/lib/plgk\
it/models/${m}`,u);c.runPython(yt);let g=c.globals.get("answer");return{cell:(m,u)=>JSON.parse(g(m,JSON.stringify(u)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(
a)}}var vt=15e3,kt="The kernel does not answer. Run all cells again to wake it.";function Ie(e,t,n){let r=Ot(e,n);return{skippable:!1,vega(){return v.vega??=e.widget_manager.
get_model(e.get("library")).then(o=>Ne(o.get("gzip"))),v.vega},async engine(){let o=await e.widget_manager.get_model(e.get("interpreter"));return Le(o.get("dige\
st"),async()=>o.get("gzip"))},store:e.get("stored")?o=>e.send({want:"store",picture:o,id:T("ask")}):void 0,outcome:o=>r({want:"outcome",state:o}),keep:(o,s)=>r(
{want:"keep",question:o.name,value:s}),takeHome:o=>r({want:"take home",notes:o}),kept:o=>t.answers?.[o],rows:()=>t.rows,unreadable:()=>t.unreadable,journal:()=>r(
{want:"journal"})}}function Ot(e,t){let n=new Map,r=o=>{n.get(o.id)?.(o),o.done&&n.delete(o.id)};return e.on("msg:custom",r),t.begin("listeners",()=>e.off("msg:\
custom",r)),(o,s)=>new Promise(a=>{let l=T("ask"),c=()=>a({refused:kt}),g=t.later(vt,c),m={};n.set(l,u=>{g(),s?.(u),Object.assign(m,u),u.done&&a(m)});try{e.send(
{...o,id:l})}catch{c()}})}var q=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};v.live[t]+=1;let r=()=>{this.#e.delete(r)&&(v.live[t]-=1,n())};return this.#e.add(r),
r}listen(t,n,r){return t.addEventListener(n,r),this.begin("listeners",()=>t.removeEventListener(n,r))}resized(t,n){let r=new ResizeObserver(n);return r.observe(
t),this.begin("observers",()=>r.disconnect())}later(t,n){let r=setTimeout(()=>{o(),n()},t),o=this.begin("timers",()=>clearTimeout(r));return o}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};function i(e,t={},...n){let r=document.createElement(e);for(let[o,s]of Object.entries(t))o.startsWith("on")?r.addEventListener(o.slice(2),s):s!==void 0&&s!==!1&&
r.setAttribute(o,s===!0?"":s);return r.append(...n),r}function H(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[r,o]of Object.entries(
t))n.setAttribute(r,String(o));return n}function z(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}var St="data-lm-suppress-shortcuts",Re=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function Te(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(St,Re(e))}function Ce(e,t){e.addEventListener("keydown",n=>Re(n)&&n.stopPropagation()),v.live.guards===0&&(addEventListener("keydown",
Te,!0),v.unguard=()=>removeEventListener("keydown",Te,!0)),t.begin("guards",()=>{v.live.guards===0&&v.unguard?.()})}var Me="plgkit:answered",Q=e=>document.dispatchEvent(new CustomEvent(Me,{detail:e}));function ee(e,t,n){e.listen(document,Me,({detail:r})=>{r.lesson===t&&n(r)})}function j(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let r=Number(n.toExponential().split(
"e")[1]),o=Math.min(300,Math.max(0,t-1-r)),s=String(BigInt(Math.round(n*+`1e${o}`))).padStart(o+1,"0"),a=s.slice(0,s.length-o).replace(/\B(?=(\d{3})+$)/g,","),l=s.
slice(s.length-o).replace(/0+$/,""),c=l?`${a}.${l}`:a;return e<0&&c!=="0"?`−${c}`:c}var fe=e=>`${j(100*e)}%`,J=10,De=({low:e,high:t})=>`a number between ${j(e,
J)} and ${j(t,J)}`,me=e=>e.slice(0,16).replace("T"," ");var Et=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function At(e){let[,t="",n="",r=""]=e.match(Et)??[e,"",e,""];return{before:t,ask:n,after:r}}
function C(e){let{before:t,ask:n,after:r}=At(e),o=s=>i("span",{class:"plg-situation"},s);return[...t?[o(t)," "]:[],n,...r?[" ",o(r)]:[]]}var Pe={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(o=>{let s=i(
"input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),a=i("label",{for:s.id},t.options[o]);return{radio:s,row:i("div",{class:"plg-option"},s,a)}}),r=i("legend",
{id:e},...C(t.ask));return{body:[i("fieldset",{},r,...n.map(({row:o})=>o))],missing:"Choose one of the answers first.",read(){let o=n.find(({radio:s})=>s.checked);
return o&&Number(o.radio.value)},show(o){let s=n.find(({radio:a})=>Number(a.value)===o);s&&(s.radio.checked=!0)}}}};var K=(e,t)=>JSON.stringify(e)===JSON.stringify(t),W=(e,t)=>e.low<=t&&t<=e.high,te=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(r=>Number.isInteger(r)&&r>=0&&
r<n);var Y=240,$t=560,Nt=240,[ne,ge,re,he]=[62,16,14,34],Ue=[0,1,2,3,4],jt=4,Lt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function _e({
at:e,top:t,xTitle:n,yTitle:r},o){let s=e.map(()=>null),a=$t,l=!1,c=w=>ne+(a-ne-ge)*(e[w]-e[0])/(e[e.length-1]-e[0]),g=w=>re+(Y-he-re)*(1-w/t),m=H("svg",{class:"\
plg-drawing",role:"group","aria-label":`${r}, by ${n}`}),u=(w,y)=>{let k=H("text",y);return k.textContent=w,m.append(k),k},d=Ue.map(w=>{let y=t*w/(Ue.length-1);
u(j(y),{x:ne-8,y:g(y)+4,"text-anchor":"end"});let k=H("line",{x1:ne,y1:g(y),y2:g(y),class:"plg-grid"});return m.append(k),k}),p=e.map(w=>u(String(w),{y:Y-he+18,
"text-anchor":"middle"})),h=u(n,{y:Y-2,"text-anchor":"end"}),x=H("polyline",{class:"plg-line"}),O=e.map((w,y)=>{let N={"aria-label":`${r} at ${n} ${w}`,"aria-va\
luemin":0,"aria-valuemax":t},I=H("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...N});return I.addEventListener("keydown",P=>{let F=Lt[P.key];!F||l||(P.
preventDefault(),$(y,(s[y]??s[y-1]??0)+F*t/100))}),I});m.append(x,...O);let E=()=>{O.forEach((y,k)=>{let N=s[k];y.setAttribute("cx",String(c(k))),y.setAttribute(
"cy",String(g(N??0))),y.classList.toggle("plg-unset",N===null),y.setAttribute("aria-valuenow",String(N??0)),y.setAttribute("aria-valuetext",N===null?"not drawn \
yet":j(N))});let w=s.flatMap((y,k)=>y===null?[]:[`${c(k)},${g(y)}`]);x.setAttribute("points",w.join(" "))},$=(w,y)=>{s[w]=Math.min(t,Math.max(0,Number(y.toPrecision(
jt)))),E()},L=()=>{a=Math.max(Nt,m.clientWidth||a),m.setAttribute("viewBox",`0 0 ${a} ${Y}`);for(let w of d)w.setAttribute("x2",String(a-ge));p.forEach((w,y)=>{
w.setAttribute("x",String(c(y)))}),h.setAttribute("x",String(a-ge)),E()};o.resized(m,L);let S=!1,A=w=>{if(!S||l)return;let y=m.getBoundingClientRect(),k=(w.clientX-
y.left)/y.width*a,N=(w.clientY-y.top)/y.height*Y,I=e.reduce((P,F,Z)=>Math.abs(c(Z)-k)<Math.abs(c(P)-k)?Z:P,0);$(I,t*(1-(N-re)/(Y-he-re)))};return m.addEventListener(
"pointerdown",w=>{S=!0,m.setPointerCapture(w.pointerId),A(w)}),m.addEventListener("pointermove",A),m.addEventListener("pointerup",()=>{S=!1}),L(),{svg:m,heights:s,
show:E,lock:()=>{l=!0;for(let w of O)w.setAttribute("aria-disabled","true")}}}var It="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",We=e=>e[e.length-1],Be={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(r=>typeof r=="number"&&W({low:0,high:t},r)),fits:(e,t)=>W(e,We(t)),words:(e,t)=>j(We(t)),overlay:({at:e},t)=>t.map((n,r)=>({x:e[r],prediction:n})),
inputs(e,t,n){let{svg:r,heights:o,show:s,lock:a}=_e(t,n),l=i("p",{class:"plg-unit"},It);return{body:[i("p",{id:e,class:"plg-ask"},...C(t.ask)),l,r],missing:"Dra\
w the whole line: every point counts.",read:()=>o.includes(null)?void 0:[...o],show(c){o.splice(0,o.length,...c),s()},lock:a}}};var Fe={accepts:(e,t)=>typeof t=="number"&&W(e,t),fits:W,words:(e,t)=>j(t,J),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=i("input",{type:"number",step:"an\
y",id:`${e}-box`,"aria-describedby":`${e}-unit`}),r=i("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[i("label",{id:e,for:n.id,class:"plg-ask"},...C(
t.ask)),i("div",{class:"plg-entry"},n,r)],missing:`Give ${De(t)}.`,read(){let o=Number(n.value);return n.value.trim()!==""&&W(t,o)?o:void 0},show(o){n.value=String(
o)}}}};var He={accepts:({items:e},t)=>te(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>K(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((u,d)=>d),r=!1,o=i("ol",{class:"plg-ranking","aria-labelledby":e}),s=(u,d)=>{r=!0,n.splice(d,0,...n.splice(u,1)),c();let[p,h]=o.children[d].querySelectorAll(
"button"),[x,O]=d<u?[p,h]:[h,p];(x.disabled?O:x).focus()},a=(u,d,p,h="")=>{let x=u+d<0||u+d>=n.length,O=`${t.items[n[u]]}: ${h}`;return i("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:x,"aria-label":O},onclick:()=>s(u,u+d)},p)},l=(u,d)=>i("li",{},i("span",{},t.items[u]),a(d,-1,"↑","up"),a(d,1,"↓","down")),
c=()=>o.replaceChildren(...n.map(l)),g=()=>{r=!0};c();let m=i("button",{type:"button",class:"plg-quiet",onclick:g},"I keep this order");return{body:[i("p",{id:e,
class:"plg-ask"},...C(t.ask)),o,m],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>r?[...n]:void 0,show(u){n=[...u],r=!0,c()}}}};var ze=({cards:e})=>e.map(({pile:t})=>t),Je={accepts:(e,t)=>te(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||K(ze(e),t),words({verdicts:[e]},t){return`${ze(
e).filter((r,o)=>r===t[o]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((r,o)=>{let s=i("select",{id:`${e}-${o}`},i("option",{value:""},"…"));s.append(
...t.piles.map((c,g)=>i("option",{value:g},c)));let a=i("p",{class:"plg-reason"});return{card:i("li",{},i("label",{for:s.id},r),s,a),pile:s,reason:a}});return{body:[
i("p",{id:e,class:"plg-ask"},...C(t.ask)),i("ol",{class:"plg-cards"},...n.map(({card:r})=>r))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:r})=>r.
value==="")?void 0:n.map(({pile:r})=>Number(r.value)),show(r){r.forEach((o,s)=>{n[s].pile.value=String(o)})},tell(r,o){n.forEach(({reason:s},a)=>{let l=r.cards[a].
pile===o[a];s.dataset.correct=String(l),s.textContent=`${l?"✓":"✗"} ${r.cards[a].reason}`})}}}};var Tt={choice:Pe,number:Fe,ranking:He,drawing:Be,sorting:Je},D=e=>Tt[e.form];var Ke=(e,t)=>e!==void 0&&D(e).accepts(e,t),G=(e,t)=>D(e).words(e,t);function U(e,t){if(!e.verdicts||!Ke(e,t))return;let{fits:n}=D(e),r=e.verdicts.find(o=>n(o,t));
return r&&{...r,text:r.text.replaceAll("{given}",G(e,t))}}var Ye=(e,t)=>D(e).overlay?.(e,t);function Ge(e,t,n,r,o){return[t,e[n]??n,r,o===void 0?"":o?"yes":"no"]}function Rt(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([a])=>s[a]!==null)).map(s=>Object.fromEntries(t.
map(([a,l])=>[l,s[a]]))):e}function Ct(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):j(e,Number.isInteger(e)?15:5)}function be(e){let t=Object.keys(
e[0]??{}),n=t.map(o=>i("th",{scope:"col"},o)),r=e.map(o=>i("tr",{},...t.map(s=>i("td",{"data-label":s},Ct(o[s],s)))));return i("table",{},i("thead",{},i("tr",{},
...n)),i("tbody",{},...r))}function V(e,t){let n=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),r=i("summary",{},"The numbers as\
 a table"),o=i("details",{class:"plg-table"},r,n),s=()=>{o.open&&n.replaceChildren(be(Rt(t(),e.usermeta?.table)))};return o.addEventListener("toggle",s),{details:o,
fill:s}}var Mt=15e3;function Ve(e,t,n,r){let o=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=i("p",{class:"plg-note",role:"alert"}),
l=i("button",{type:"button",class:"plg-quiet",onclick:async()=>{let u=await t.journal();if(s.textContent=u.refused??"",u.refused)return;let{href:d,end:p}=r.url(
new Blob([u.text??""],{type:"application/jsonl"}));i("a",{href:d,download:n.file}).click(),r.later(Mt,p)}},"Download my answers"),c=[...t.rows()],g=()=>{let u=c.
map(d=>Object.fromEntries(n.headings.map((p,h)=>[p,d[h]])));o.replaceChildren(c.length?be(u):"No answer yet.")};ee(r,n.lesson,({question:u,text:d,correct:p,kept:h})=>{
h!==!1&&(c.push(Ge(n.labels,me(new Date().toISOString()),u,d,p)),g())}),g();let m=t.unreadable().map(u=>i("p",{class:"plg-note"},u));e.append(o,i("p",{},l),s,...m)}var Dt=100,Pt=65,Xe=280,Ut=640;function _(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,r)=>Object.fromEntries(t.map(o=>[o,e[o][r]])))}function X(e){let t=i(
"div",{class:"plg-canvas","aria-hidden":"true"}),n=i("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var _t=()=>new Promise(e=>{
requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,Dt)});async function oe(){await v.drawing,await new Promise(e=>(globalThis.requestIdleCallback??setTimeout)(
e))}function B(e,t,n,r,o){t.style.minHeight=`${n.height+Pt}px`;let s=v.drawing.then(()=>Qe(e,t,n,r,o)),a=()=>(t.style.minHeight="",_t());return v.drawing=s.then(
a,a),s}async function se(e,t,n,r){let o=await Qe(e,i("div"),t,n,r),s=o&&await o.png();return o?.end(),s}async function Qe(e,t,n,r,o){let s=await e.vega();if(o.ended)
return;let a=Math.max(Xe,t.clientWidth||Ut),l={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:_(r),...n.datasets},autosize:{type:"\
fit-x",contains:"padding"},width:a,config:{...n.config,aria:!1}},{view:c,finalize:g}=await s(t,l,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"}),m=o.begin(
"views",g),u=o.resized(t,()=>{let d=Math.max(Xe,t.clientWidth);!t.clientWidth||Math.abs(d-a)<=1||(a=d,c.width(a).runAsync())});if(!o.ended)return{swap:(d,p)=>c.
data(d,p).runAsync(),png:async()=>(await c.toImageURL("png")).split(",")[1],end(){u(),m()}}}function Ze(e,t,{title:n,spec:r,columns:o},s){let{canvas:a,chart:l}=X(n);if(e.append(l),r.usermeta?.table){let[c]=Object.values(r.datasets);e.append(i("div",{class:"\
plg-foot"},V(r,()=>c).details))}return B(t,a,r,o,s)}var Wt=["opacity","strokeOpacity","fillOpacity","tooltip"];function qe({layer:e,mark:t,encoding:n={},data:r,params:o,name:s,...a}){if(r&&r.name!=="outcome")return[];
let l=Object.fromEntries(Object.entries(n).filter(([g])=>!Wt.includes(g)));if(e)return[{...a,encoding:l,layer:e.flatMap(qe)}];let c=t.type?t:{type:t};return c.type===
"text"||c.opacity===0?[]:[{...a,encoding:l,mark:{...c,opacity:.3*(c.opacity??1),tooltip:null}}]}function et(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(qe)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}function we(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(r=>Math.abs(Number(r)-t));return n.indexOf(Math.min(...n))}function tt(e,t){let n=T("control"),r=e.unit?` (${e.unit})`:"",o=i("label",{for:n,class:"plg-label",title:e.help},e.label);r&&o.append(i("span",{class:"plg-unit"},
r));let s=i("p",{class:"plg-note",role:"alert",id:`${n}-note`}),a=e.kind==="choice"||e.kind==="flag",{inputs:l,show:c}=a?Bt(e,n,t):Ft(e,n,r,t);return c(e.value),
{row:i("div",{class:"plg-control"},o,...l,s),show:c,note:s}}function Bt(e,t,{moved:n,settled:r,touched:o}){let s=i("select",{id:t,onchange(){o(),n(s.selectedIndex),
r()},onfocus:o}),a=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...a.map(c=>i("option",{},String(c)))),{inputs:[s],show:c=>{s.selectedIndex=we(e.positions,
c)}}}function Ft(e,t,n,{moved:r,settled:o,typed:s,touched:a}){let l=i("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>r(Number(l.value)),
onchange:o,onfocus:a,onpointerdown:a}),c=i("input",{type:"number",step:"any",min:e.low,max:e.high,"aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}\
-note`,onchange:()=>s(Number(c.value)),onfocus:a}),g=i("span",{class:"plg-reading","aria-hidden":"true"}),m=/^share\b/.test(e.unit);return{inputs:[l,c,g],show:d=>{
l.value=String(we(e.positions,d)),c.value=String(d),g.textContent=m?`= ${fe(d)}`:"",l.setAttribute("aria-valuetext",`${m?fe(d):j(d,J)}${n}`)}}}var nt="This browser does not run the model, so the picture stays as it is. The notebook computes it.",ye="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",Ht="The kernel computes this picture, so each move waits for it.",zt="These values cannot be computed";function ot(e,{model:t}){let n,
r,o,s=!1,a=e.outcome;async function l(){try{if(t===void 0)throw new Error(ye);return n=await e.engine(),n.cell(t,{}),""}catch(u){return n=void 0,t!==void 0&&console.
warn(u),a?Ht:t===void 0?ye:nt}}async function c(u){return n&&t!==void 0?rt(n,t,u):a?a(u):{refused:t===void 0?ye:nt}}async function g(){for(s=!0;o;){let{values:u,
heard:d}=o;await m.start();let p=await c(u);o?.values===u&&(o=void 0,d(p))}s=!1}let m={start(){return r??=l(),r},alive:()=>!!(n||a),at(u,d){if(n&&t!==void 0&&!s)
return d(rt(n,t,u));o={values:u,heard:d},s||g()}};return m}function rt(e,t,n){try{return{cell:e.cell(t,n)}}catch(r){console.error(r);let o=String(r instanceof Error?
r.message:r).trim().split(`
`);return{refused:`${zt}: ${o[o.length-1]}.`}}}var xe=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function st(e){let t=[e],n=!1,r=()=>t[t.length-1];return{begin(){n=!1},settle(o){xe(r().values,o.values)||(n&&
t.pop(),n=!0,(!t.length||!xe(r().values,o.values))&&t.push(o))},before:o=>xe(r().values,o)?t[t.length-2]:r(),undo(){if(n=!1,!(t.length<2))return t.pop(),r()}}}function it(e,t,n,r){let{controls:o,spec:s}=n,a=Object.fromEntries(o.map(({name:f,value:b})=>[f,b])),l={...a},c={values:a,cell:n.cell},g=o[0].name,m=0,u=!1,d=!1,
p,h=st(c),x=ot(t,n),O=i("p",{class:"plg-sentence",role:"status"},c.cell.sentence),E=n.measures.map((f,b)=>i("dd",{},c.cell.headline[b])),$=n.measures.map(()=>i(
"dd",{class:"plg-before"})),L=n.measures.map((f,b)=>i("div",{},i("dt",{},f),E[b],$[b])),{canvas:S,chart:A}=X(c.cell.sentence),R=V(s,()=>_(c.cell.columns)),w=i("\
p",{class:"plg-engine",role:"status"}),y=f=>f?e.setAttribute("aria-busy","true"):e.removeAttribute("aria-busy"),k=()=>{let f=h.before(c.values);Ee.disabled=pe.disabled=
!f;let b=d?f:void 0;pe.setAttribute("aria-pressed",String(d)),$.forEach((M,Ae)=>{M.textContent=b?`before: ${b.cell.headline[Ae]}`:""}),p&&d?p.swap("before",b?_(
b.cell.columns):[]):p?.ghost&&p.swap("before",[])},N=()=>{if(r.ended)return;let{cell:f}=c;p?.swap("outcome",_(f.columns)),O.textContent=f.sentence,A.setAttribute(
"aria-label",f.sentence),E.forEach((b,M)=>{b.textContent=f.headline[M]}),R.fill(),k()},I={},P=()=>{for(let{name:f}of o)I[f].show(l[f])},F=()=>{for(let{note:f}of Object.
values(I))f.textContent=""},Z=(f,{cell:b,refused:M})=>{y(!1),b?(c={values:f,cell:b},u&&h.settle(c)):(I[g].note.textContent=M??"",Object.assign(l,c.values),P()),
u=!1,N()},dt=()=>{m=0;let f={...l};y(!0),x.at(f,b=>Z(f,b))},ke=f=>{Object.assign(l,f),F();for(let b of Object.keys(f))I[b].show(l[b]);m||(m=requestAnimationFrame(
dt))},Oe=()=>{u=!0,!(m||Object.keys(l).some(f=>l[f]!==c.values[f]))&&(h.settle(c),u=!1,k())},Se=f=>{h.begin(),ke(f),Oe()},ft=()=>{let f=h.undo();f&&(c=f,Object.
assign(l,f.values),F(),P(),N())},mt=async()=>{d=!d;let f=h.before(c.values);if(d&&f&&s.layer&&p&&!p.ghost){p.end();let b=et(s,_(f.cell.columns));p=await B(t,S,b,
c.cell.columns,r),p&&(p.ghost=!0)}N()},gt=f=>{let{name:b,positions:M}=f;return tt(f,{moved:ue=>{g=b,ke({[b]:M[ue]})},typed:ue=>{g=b,Se({[b]:ue})},settled:Oe,touched:()=>{
g=b,h.begin(),x.start()}})};for(let f of o)I[f.name]=gt(f);let le=(f,b)=>i("button",{type:"button",class:"plg-quiet",onclick:b},f),Ee=le("Undo",ft),pe=le("What \
changed?",mt),ht=le("Start values",()=>Se({...a}));return k(),e.append(i("div",{class:"plg-stage"},i("div",{class:"plg-controls"},...o.map(({name:f})=>I[f].row)),
i("dl",{class:"plg-headline"},...L),A,O,i("div",{class:"plg-foot"},R.details,Ee,pe,ht),w)),B(t,S,s,c.cell.columns,r).then(async f=>{if(p=f,c.values!==a&&N(),await oe(),
r.ended)return;let b=t.store&&await se(t,s,n.cell.columns,r);if(b&&t.store?.(b),w.textContent=await x.start(),!x.alive())for(let M of e.querySelectorAll(".plg-c\
ontrols :is(input, select)"))M.toggleAttribute("disabled",!0)})}function ie({edition:e},{solution:t}){return t?[i("details",{class:"plg-solution",open:e==="instructor"},i("summary",{},"The answer"),t)]:[]}var ae=(e,t)=>i("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),ce=e=>e?"✓ Right. ":"✗ Not this. ";var ve="Finish",Jt="Finished. What was right is told after the course, when you know more.";function at(e,t,n,r){let o=i("p",{class:"plg-saved",role:"status"}),
s=i("button",{type:"submit"},ve),a=i("form"),l=n.questions.map((p,h,x)=>{let{body:O,read:E,show:$}=D(p).inputs(T("question"),p,r),L=i("div",{class:"plg-result"}),
S=i("div",{class:"plg-question"},ae(h,x),...O,L);S.addEventListener("change",()=>u(p,E()));let A=t.kept(p.name);return A!==void 0&&$(A),{place:S,question:p,read:E,
result:L}}),c=()=>l.flatMap(({read:p},h)=>p()===void 0?[h+1]:[]),g=p=>{o.textContent=`${l.length-c().length} of ${l.length} answered. ${p}`},m=async(p,h)=>{s.textContent=
ve;let x=await t.keep(p,h);return z(o,x),g(o.textContent??""),!x.refused},u=async(p,h)=>{let x={...p,verdicts:void 0};await m(x,h)&&Q({lesson:n.lesson,question:p.
name,value:h,text:G(p,h)})},d=()=>{for(let h of a.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return g(
Jt);let p=0;for(let{question:h,read:x,result:O}of l){let E=Kt(h,x(),O);O.dataset.correct=String(E),p+=Number(E)}g(`Finished: ${p} of ${l.length} right. Each que\
stion now says why.`)};a.addEventListener("submit",async p=>{p.preventDefault();let h=c();if(h.length&&s.textContent===ve)return s.textContent="Finish all the s\
ame",g(`Still open: ${h.join(", ")}.`);let x=l.length-h.length;await m({name:n.end,kind:"note",edition:n.endEdition},x)&&(Q({lesson:n.lesson,question:n.end,value:x,
text:String(x)}),d())}),a.append(...l.flatMap(({place:p,question:h})=>[p,...ie(n,h)]),s,o),e.append(a),t.kept(n.end)===void 0?g(""):d()}function Kt(e,t,n){let r=t===
void 0?void 0:U(e,t),o=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(i("strong",{},r?ce(r.correct):"Not answered."),r?.text??""),o&&!r?.correct&&n.
append(i("p",{},i("em",{},"Right: "),e.options[o.option]," ",o.text)),!!r?.correct}function ct(e,t,n,r){n.questions.forEach((o,s,a)=>{let l=Yt(t,n,o,r);a.length>1&&l.prepend(ae(s,a)),e.append(l,...ie(n,o))})}function Yt(e,t,n,r){let o=T("quest\
ion"),{locks:s}=n,a=i("div",{class:"plg-result",role:"status"}),l=i("p",{class:"plg-saved"}),c=i("button",{type:"submit"},s?"Commit":"Answer"),g=i("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":o}),{body:m,missing:u,read:d,show:p,tell:h,lock:x}=D(n).inputs(o,n,r),O=m[m.length-1];(O.classList.contains("\
plg-entry")?O:g).append(c),g.prepend(...m),g.append(a,l);let E=L=>{if(s){for(let A of g.querySelectorAll("input, button, select"))A.toggleAttribute("disabled",!0);
x?.(),a.textContent="Committed. It is compared with the answer further down.";return}let S=U(n,L);S&&(a.replaceChildren(i("strong",{},ce(S.correct)),S.text),h?.(
S,L),a.dataset.correct=String(S.correct))},$=e.kept(n.name);return $!==void 0&&(p($),E($)),g.addEventListener("submit",async L=>{L.preventDefault();let S=d();if(S===
void 0){a.textContent=u;return}c.disabled=!0,l.textContent="Saving …";let A=await e.keep(n,S);if(c.disabled=!1,z(l,A),A.refused&&s)return;let R=A.value??S,w=K(
R,S);if(w||p(R),E(R),A.refused)return;let y=s?void 0:U(n,R)?.correct,k=G(n,R);Q({lesson:t.lesson,question:n.name,value:R,text:k,correct:y,kept:w})}),g}function lt(e,t,n,r){let{question:o,spec:s,columns:a}=n,l=i("p",{class:"plg-waiting"},n.waiting);e.append(l);let c=!1,g=async d=>{if(c)return;c=!0;let p=(d===void 0?
void 0:U(o,d))?.text??n.truth,{canvas:h,chart:x}=X(`${n.description} ${p}`),O=V(s,()=>_(a));e.replaceChildren(i("p",{class:"plg-sentence",role:"status"},p),x,i(
"div",{class:"plg-foot"},O.details));let E=await B(t,h,s,a,r),$=d===void 0?void 0:Ye(o,d);$&&E?.swap("prediction",$)};ee(r,n.lesson,d=>{d.question===o.name&&g(d.
value)});let m=async()=>{await oe();let d=r.ended?void 0:await se(t,s,a,r);d&&t.store?.(d)};t.store&&m();let u=t.kept(o.name);if(u!==void 0)return g(u);if(t.skippable){
let d=()=>g(void 0);l.append(" ",i("button",{type:"button",class:"plg-quiet",onclick:d},"Show it without"))}}function pt(e,t,n,r){let o=T("notes"),s=i("textarea",{id:o,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let a=i("p",{class:"plg-saved",role:"st\
atus"}),l=i("p",{}),c=[],g=async()=>{a.textContent="Saving …";let m=await t.takeHome(s.value);z(a,m);for(let p of c)p();let u=(m.files??[]).map(([p,h])=>({name:p,
...r.url(new Blob([$e(h)]))}));c=u.map(({end:p})=>p);let d=({name:p="",href:h=""})=>i("a",{class:"plg-download",href:h,download:p},`Download ${p}`);l.replaceChildren(
...u.flatMap(p=>[d(p)," "]))};e.append(i("label",{for:o,class:"plg-ask"},"My notes"),s,i("p",{},i("button",{type:"button",onclick:g},"Save my page")),a,l)}var Gt="This part of the page could not be drawn. Load the page again; the other parts work.",Vt={explorer:it,questions:ct,paper:at,reveal:lt,answers:Ve,takehome:pt,
chart:Ze};function Xt(e,t){let n=t instanceof Error?t.message:String(t);e.append(i("p",{class:"plg plg-note",role:"alert"},`${Gt} (${n})`))}function ut(e,t,n,r){
let o=i("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});Ce(o,r),e.append(o);let s=a=>{console.error(a),o.replaceChildren(),Xt(o,a)};try{Promise.
resolve(Vt[n.kind](o,t,n,r)).catch(s)}catch(a){s(a)}}function Qt({model:e,el:t}){let n=new q,r=e.get("payload");return t.toggleAttribute("data-plgkit-stored",!!e.get("stored")),ut(t,Ie(e,r,n),r,n),()=>{n.end(),t.replaceChildren()}}
var ko={render:Qt};export{ko as default};
