function Ee(e){let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var pe=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function Ae(e){let t=URL.createObjectURL(new Blob([await pe(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var $e=globalThis;$e.plgkitShared??={};var v=$e.plgkitShared;v.ids??=0;v.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};v.drawing??=Promise.resolve();
function C(e){return v.ids+=1,`plg-${e}-${v.ids}`}var gt=4*1024*1024,ht=10,bt=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function Ne(e,t){v.engines??=new Map;let n=v.engines.get(e);return n||(n=wt(t),v.engines.set(e,n)),n}async function wt(e){let t=new Uint8Array(await pe(await e()).
arrayBuffer()),n=t.indexOf(ht),{loader:r,models:o}=JSON.parse(new TextDecoder().decode(t.subarray(0,n))),s=URL.createObjectURL(new Blob([r],{type:"text/javascri\
pt"})),a=URL.createObjectURL(new Blob([t.subarray(n+1)],{type:"application/wasm"}));try{let{loadMicroPython:p}=await import(s),c=await p({heapsize:gt,url:a});for(let f of[
"/lib","/lib/plgkit","/lib/plgkit/models"])c.FS.mkdir(f);c.FS.writeFile("/lib/plgkit/__init__.py","");for(let[f,l]of Object.entries(o))c.FS.writeFile(`/lib/plgk\
it/models/${f}`,l);c.runPython(bt);let g=c.globals.get("answer");return{cell:(f,l)=>JSON.parse(g(f,JSON.stringify(l)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(
a)}}var yt=15e3,xt="The kernel does not answer. Run all cells again to wake it.";function je(e,t,n){let r=vt(e,n);return{skippable:!1,vega(){return v.vega??=e.widget_manager.
get_model(e.get("library")).then(o=>Ae(o.get("gzip"))),v.vega},async engine(){let o=await e.widget_manager.get_model(e.get("interpreter"));return Ne(o.get("dige\
st"),async()=>o.get("gzip"))},outcome:o=>r({want:"outcome",state:o}),keep:(o,s)=>r({want:"keep",question:o.name,value:s}),takeHome:o=>r({want:"take home",notes:o}),
kept:o=>t.answers?.[o],rows:()=>t.rows,unreadable:()=>t.unreadable,journal:()=>r({want:"journal"})}}function vt(e,t){let n=new Map,r=o=>{n.get(o.id)?.(o),o.done&&
n.delete(o.id)};return e.on("msg:custom",r),t.begin("listeners",()=>e.off("msg:custom",r)),(o,s)=>new Promise(a=>{let p=C("ask"),c=()=>a({refused:xt}),g=t.later(
yt,c),f={};n.set(p,l=>{g(),s?.(l),Object.assign(f,l),l.done&&a(f)});try{e.send({...o,id:p})}catch{c()}})}var q=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};v.live[t]+=1;let r=()=>{this.#e.delete(r)&&(v.live[t]-=1,n())};return this.#e.add(r),
r}listen(t,n,r){return t.addEventListener(n,r),this.begin("listeners",()=>t.removeEventListener(n,r))}resized(t,n){let r=new ResizeObserver(n);return r.observe(
t),this.begin("observers",()=>r.disconnect())}later(t,n){let r=setTimeout(()=>{o(),n()},t),o=this.begin("timers",()=>clearTimeout(r));return o}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};function i(e,t={},...n){let r=document.createElement(e);for(let[o,s]of Object.entries(t))o.startsWith("on")?r.addEventListener(o.slice(2),s):s!==void 0&&s!==!1&&
r.setAttribute(o,s===!0?"":s);return r.append(...n),r}function H(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[r,o]of Object.entries(
t))n.setAttribute(r,String(o));return n}function z(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}var kt="data-lm-suppress-shortcuts",Te=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function Le(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(kt,Te(e))}function Ie(e,t){e.addEventListener("keydown",n=>Te(n)&&n.stopPropagation()),v.live.guards===0&&(addEventListener("keydown",
Le,!0),v.unguard=()=>removeEventListener("keydown",Le,!0)),t.begin("guards",()=>{v.live.guards===0&&v.unguard?.()})}var Ce="plgkit:answered",Q=e=>document.dispatchEvent(new CustomEvent(Ce,{detail:e}));function ee(e,t,n){e.listen(document,Ce,({detail:r})=>{r.lesson===t&&n(r)})}function N(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let r=Number(n.toExponential().split(
"e")[1]),o=Math.min(300,Math.max(0,t-1-r)),s=String(BigInt(Math.round(n*+`1e${o}`))).padStart(o+1,"0"),a=s.slice(0,s.length-o).replace(/\B(?=(\d{3})+$)/g,","),p=s.
slice(s.length-o).replace(/0+$/,""),c=p?`${a}.${p}`:a;return e<0&&c!=="0"?`−${c}`:c}var ue=e=>`${N(100*e)}%`,J=10,Re=({low:e,high:t})=>`a number between ${N(e,
J)} and ${N(t,J)}`,de=e=>e.slice(0,16).replace("T"," ");var Ot=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function St(e){let[,t="",n="",r=""]=e.match(Ot)??[e,"",e,""];return{before:t,ask:n,after:r}}
function R(e){let{before:t,ask:n,after:r}=St(e),o=s=>i("span",{class:"plg-situation"},s);return[...t?[o(t)," "]:[],n,...r?[" ",o(r)]:[]]}var Me={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(o=>{let s=i(
"input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),a=i("label",{for:s.id},t.options[o]);return{radio:s,row:i("div",{class:"plg-option"},s,a)}}),r=i("legend",
{id:e},...R(t.ask));return{body:[i("fieldset",{},r,...n.map(({row:o})=>o))],missing:"Choose one of the answers first.",read(){let o=n.find(({radio:s})=>s.checked);
return o&&Number(o.radio.value)},show(o){let s=n.find(({radio:a})=>Number(a.value)===o);s&&(s.radio.checked=!0)}}}};var K=(e,t)=>JSON.stringify(e)===JSON.stringify(t),W=(e,t)=>e.low<=t&&t<=e.high,te=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(r=>Number.isInteger(r)&&r>=0&&
r<n);var Y=240,Et=560,At=240,[ne,fe,re,me]=[62,16,14,34],De=[0,1,2,3,4],$t=4,Nt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Pe({
at:e,top:t,xTitle:n,yTitle:r},o){let s=e.map(()=>null),a=Et,p=!1,c=b=>ne+(a-ne-fe)*(e[b]-e[0])/(e[e.length-1]-e[0]),g=b=>re+(Y-me-re)*(1-b/t),f=H("svg",{class:"\
plg-drawing",role:"group","aria-label":`${r}, by ${n}`}),l=(b,w)=>{let k=H("text",w);return k.textContent=b,f.append(k),k},d=De.map(b=>{let w=t*b/(De.length-1);
l(N(w),{x:ne-8,y:g(w)+4,"text-anchor":"end"});let k=H("line",{x1:ne,y1:g(w),y2:g(w),class:"plg-grid"});return f.append(k),k}),u=e.map(b=>l(String(b),{y:Y-me+18,
"text-anchor":"middle"})),h=l(n,{y:Y-2,"text-anchor":"end"}),x=H("polyline",{class:"plg-line"}),O=e.map((b,w)=>{let $={"aria-label":`${r} at ${n} ${b}`,"aria-va\
luemin":0,"aria-valuemax":t},T=H("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...$});return T.addEventListener("keydown",D=>{let B=Nt[D.key];!B||p||(D.
preventDefault(),L(w,(s[w]??s[w-1]??0)+B*t/100))}),T});f.append(x,...O);let E=()=>{O.forEach((w,k)=>{let $=s[k];w.setAttribute("cx",String(c(k))),w.setAttribute(
"cy",String(g($??0))),w.classList.toggle("plg-unset",$===null),w.setAttribute("aria-valuenow",String($??0)),w.setAttribute("aria-valuetext",$===null?"not drawn \
yet":N($))});let b=s.flatMap((w,k)=>w===null?[]:[`${c(k)},${g(w)}`]);x.setAttribute("points",b.join(" "))},L=(b,w)=>{s[b]=Math.min(t,Math.max(0,Number(w.toPrecision(
$t)))),E()},j=()=>{a=Math.max(At,f.clientWidth||a),f.setAttribute("viewBox",`0 0 ${a} ${Y}`);for(let b of d)b.setAttribute("x2",String(a-fe));u.forEach((b,w)=>{
b.setAttribute("x",String(c(w)))}),h.setAttribute("x",String(a-fe)),E()};o.resized(f,j);let S=!1,A=b=>{if(!S||p)return;let w=f.getBoundingClientRect(),k=(b.clientX-
w.left)/w.width*a,$=(b.clientY-w.top)/w.height*Y,T=e.reduce((D,B,Z)=>Math.abs(c(Z)-k)<Math.abs(c(D)-k)?Z:D,0);L(T,t*(1-($-re)/(Y-me-re)))};return f.addEventListener(
"pointerdown",b=>{S=!0,f.setPointerCapture(b.pointerId),A(b)}),f.addEventListener("pointermove",A),f.addEventListener("pointerup",()=>{S=!1}),j(),{svg:f,heights:s,
show:E,lock:()=>{p=!0;for(let b of O)b.setAttribute("aria-disabled","true")}}}var jt="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",Ue=e=>e[e.length-1],_e={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(r=>typeof r=="number"&&W({low:0,high:t},r)),fits:(e,t)=>W(e,Ue(t)),words:(e,t)=>N(Ue(t)),overlay:({at:e},t)=>t.map((n,r)=>({x:e[r],prediction:n})),
inputs(e,t,n){let{svg:r,heights:o,show:s,lock:a}=Pe(t,n),p=i("p",{class:"plg-unit"},jt);return{body:[i("p",{id:e,class:"plg-ask"},...R(t.ask)),p,r],missing:"Dra\
w the whole line: every point counts.",read:()=>o.includes(null)?void 0:[...o],show(c){o.splice(0,o.length,...c),s()},lock:a}}};var We={accepts:(e,t)=>typeof t=="number"&&W(e,t),fits:W,words:(e,t)=>N(t,J),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=i("input",{type:"number",step:"an\
y",id:`${e}-box`,"aria-describedby":`${e}-unit`}),r=i("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[i("label",{id:e,for:n.id,class:"plg-ask"},...R(
t.ask)),i("div",{class:"plg-entry"},n,r)],missing:`Give ${Re(t)}.`,read(){let o=Number(n.value);return n.value.trim()!==""&&W(t,o)?o:void 0},show(o){n.value=String(
o)}}}};var Fe={accepts:({items:e},t)=>te(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>K(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((l,d)=>d),r=!1,o=i("ol",{class:"plg-ranking","aria-labelledby":e}),s=(l,d)=>{r=!0,n.splice(d,0,...n.splice(l,1)),c();let[u,h]=o.children[d].querySelectorAll(
"button"),[x,O]=d<l?[u,h]:[h,u];(x.disabled?O:x).focus()},a=(l,d,u,h="")=>{let x=l+d<0||l+d>=n.length,O=`${t.items[n[l]]}: ${h}`;return i("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:x,"aria-label":O},onclick:()=>s(l,l+d)},u)},p=(l,d)=>i("li",{},i("span",{},t.items[l]),a(d,-1,"↑","up"),a(d,1,"↓","down")),
c=()=>o.replaceChildren(...n.map(p)),g=()=>{r=!0};c();let f=i("button",{type:"button",class:"plg-quiet",onclick:g},"I keep this order");return{body:[i("p",{id:e,
class:"plg-ask"},...R(t.ask)),o,f],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>r?[...n]:void 0,show(l){n=[...l],r=!0,c()}}}};var Be=({cards:e})=>e.map(({pile:t})=>t),He={accepts:(e,t)=>te(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||K(Be(e),t),words({verdicts:[e]},t){return`${Be(
e).filter((r,o)=>r===t[o]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((r,o)=>{let s=i("select",{id:`${e}-${o}`},i("option",{value:""},"…"));s.append(
...t.piles.map((c,g)=>i("option",{value:g},c)));let a=i("p",{class:"plg-reason"});return{card:i("li",{},i("label",{for:s.id},r),s,a),pile:s,reason:a}});return{body:[
i("p",{id:e,class:"plg-ask"},...R(t.ask)),i("ol",{class:"plg-cards"},...n.map(({card:r})=>r))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:r})=>r.
value==="")?void 0:n.map(({pile:r})=>Number(r.value)),show(r){r.forEach((o,s)=>{n[s].pile.value=String(o)})},tell(r,o){n.forEach(({reason:s},a)=>{let p=r.cards[a].
pile===o[a];s.dataset.correct=String(p),s.textContent=`${p?"✓":"✗"} ${r.cards[a].reason}`})}}}};var Lt={choice:Me,number:We,ranking:Fe,drawing:_e,sorting:He},M=e=>Lt[e.form];var ze=(e,t)=>e!==void 0&&M(e).accepts(e,t),G=(e,t)=>M(e).words(e,t);function P(e,t){if(!e.verdicts||!ze(e,t))return;let{fits:n}=M(e),r=e.verdicts.find(o=>n(o,t));
return r&&{...r,text:r.text.replaceAll("{given}",G(e,t))}}var Je=(e,t)=>M(e).overlay?.(e,t);function Ke(e,t,n,r,o){return[t,e[n]??n,r,o===void 0?"":o?"yes":"no"]}function Tt(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([a])=>s[a]!==null)).map(s=>Object.fromEntries(t.
map(([a,p])=>[p,s[a]]))):e}function It(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):N(e,Number.isInteger(e)?15:5)}function ge(e){let t=Object.keys(
e[0]??{}),n=t.map(o=>i("th",{scope:"col"},o)),r=e.map(o=>i("tr",{},...t.map(s=>i("td",{"data-label":s},It(o[s],s)))));return i("table",{},i("thead",{},i("tr",{},
...n)),i("tbody",{},...r))}function V(e,t){let n=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),r=i("summary",{},"The numbers as\
 a table"),o=i("details",{class:"plg-table"},r,n),s=()=>{o.open&&n.replaceChildren(ge(Tt(t(),e.usermeta?.table)))};return o.addEventListener("toggle",s),{details:o,
fill:s}}var Ct=15e3;function Ye(e,t,n,r){let o=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=i("p",{class:"plg-note",role:"alert"}),
p=i("button",{type:"button",class:"plg-quiet",onclick:async()=>{let l=await t.journal();if(s.textContent=l.refused??"",l.refused)return;let{href:d,end:u}=r.url(
new Blob([l.text??""],{type:"application/jsonl"}));i("a",{href:d,download:n.file}).click(),r.later(Ct,u)}},"Download my answers"),c=[...t.rows()],g=()=>{let l=c.
map(d=>Object.fromEntries(n.headings.map((u,h)=>[u,d[h]])));o.replaceChildren(c.length?ge(l):"No answer yet.")};ee(r,n.lesson,({question:l,text:d,correct:u,kept:h})=>{
h!==!1&&(c.push(Ke(n.labels,de(new Date().toISOString()),l,d,u)),g())}),g();let f=t.unreadable().map(l=>i("p",{class:"plg-note"},l));e.append(o,i("p",{},p),s,...f)}var Rt=100,Mt=65,Ge=280,Dt=640;function U(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,r)=>Object.fromEntries(t.map(o=>[o,e[o][r]])))}function X(e){let t=i(
"div",{class:"plg-canvas","aria-hidden":"true"}),n=i("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var Pt=()=>new Promise(e=>{
requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,Rt)});async function Ve(){await v.drawing,await new Promise(e=>(globalThis.requestIdleCallback??setTimeout)(
e))}function F(e,t,n,r,o){t.style.minHeight=`${n.height+Mt}px`;let s=v.drawing.then(()=>Ut(e,t,n,r,o)),a=()=>(t.style.minHeight="",Pt());return v.drawing=s.then(
a,a),s}async function Ut(e,t,n,r,o){let s=await e.vega();if(o.ended)return;let a=Math.max(Ge,t.clientWidth||Dt),p={...n,$schema:"https://vega.github.io/schema/v\
ega-lite/v6.json",datasets:{outcome:U(r),...n.datasets},autosize:{type:"fit-x",contains:"padding"},width:a,config:{...n.config,aria:!1}},{view:c,finalize:g}=await s(
t,p,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"}),f=o.begin("views",g),l=o.resized(t,()=>{let d=Math.max(Ge,t.clientWidth);!t.clientWidth||Math.abs(d-a)<=
1||(a=d,c.width(a).runAsync())});if(!o.ended)return{swap:(d,u)=>c.data(d,u).runAsync(),end(){l(),f()}}}function Xe(e,t,{title:n,spec:r,columns:o},s){let{canvas:a,chart:p}=X(n);if(e.append(p),r.usermeta?.table){let[c]=Object.values(r.datasets);e.append(i("div",{class:"\
plg-foot"},V(r,()=>c).details))}return F(t,a,r,o,s)}var _t=["opacity","strokeOpacity","fillOpacity","tooltip"];function Qe({layer:e,mark:t,encoding:n={},data:r,params:o,name:s,...a}){if(r&&r.name!=="outcome")return[];
let p=Object.fromEntries(Object.entries(n).filter(([g])=>!_t.includes(g)));if(e)return[{...a,encoding:p,layer:e.flatMap(Qe)}];let c=t.type?t:{type:t};return c.type===
"text"||c.opacity===0?[]:[{...a,encoding:p,mark:{...c,opacity:.3*(c.opacity??1),tooltip:null}}]}function Ze(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(Qe)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}function he(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(r=>Math.abs(Number(r)-t));return n.indexOf(Math.min(...n))}function qe(e,t){let n=C("control"),r=e.unit?` (${e.unit})`:"",o=i("label",{for:n,class:"plg-label",title:e.help},e.label);r&&o.append(i("span",{class:"plg-unit"},
r));let s=i("p",{class:"plg-note",role:"alert",id:`${n}-note`}),a=e.kind==="choice"||e.kind==="flag",{inputs:p,show:c}=a?Wt(e,n,t):Ft(e,n,r,t);return c(e.value),
{row:i("div",{class:"plg-control"},o,...p,s),show:c,note:s}}function Wt(e,t,{moved:n,settled:r,touched:o}){let s=i("select",{id:t,onchange(){o(),n(s.selectedIndex),
r()},onfocus:o}),a=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...a.map(c=>i("option",{},String(c)))),{inputs:[s],show:c=>{s.selectedIndex=he(e.positions,
c)}}}function Ft(e,t,n,{moved:r,settled:o,typed:s,touched:a}){let p=i("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>r(Number(p.value)),
onchange:o,onfocus:a,onpointerdown:a}),c=i("input",{type:"number",step:"any",min:e.low,max:e.high,"aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}\
-note`,onchange:()=>s(Number(c.value)),onfocus:a}),g=i("span",{class:"plg-reading","aria-hidden":"true"}),f=/^share\b/.test(e.unit);return{inputs:[p,c,g],show:d=>{
p.value=String(he(e.positions,d)),c.value=String(d),g.textContent=f?`= ${ue(d)}`:"",p.setAttribute("aria-valuetext",`${f?ue(d):N(d,J)}${n}`)}}}var et="This browser does not run the model, so the picture stays as it is. The notebook computes it.",be="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",Bt="The kernel computes this picture, so each move waits for it.",Ht="These values cannot be computed";function nt(e,{model:t}){let n,
r,o,s=!1,a=e.outcome;async function p(){try{if(t===void 0)throw new Error(be);return n=await e.engine(),n.cell(t,{}),""}catch(l){return n=void 0,t!==void 0&&console.
warn(l),a?Bt:t===void 0?be:et}}async function c(l){return n&&t!==void 0?tt(n,t,l):a?a(l):{refused:t===void 0?be:et}}async function g(){for(s=!0;o;){let{values:l,
heard:d}=o;await f.start();let u=await c(l);o?.values===l&&(o=void 0,d(u))}s=!1}let f={start(){return r??=p(),r},alive:()=>!!(n||a),at(l,d){if(n&&t!==void 0&&!s)
return d(tt(n,t,l));o={values:l,heard:d},s||g()}};return f}function tt(e,t,n){try{return{cell:e.cell(t,n)}}catch(r){console.error(r);let o=String(r instanceof Error?
r.message:r).trim().split(`
`);return{refused:`${Ht}: ${o[o.length-1]}.`}}}var we=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function rt(e){let t=[e],n=!1,r=()=>t[t.length-1];return{begin(){n=!1},settle(o){we(r().values,o.values)||(n&&
t.pop(),n=!0,(!t.length||!we(r().values,o.values))&&t.push(o))},before:o=>we(r().values,o)?t[t.length-2]:r(),undo(){if(n=!1,!(t.length<2))return t.pop(),r()}}}function ot(e,t,n,r){let{controls:o,spec:s}=n,a=Object.fromEntries(o.map(({name:m,value:y})=>[m,y])),p={...a},c={values:a,cell:n.cell},g=o[0].name,f=0,l=!1,d=!1,
u,h=rt(c),x=nt(t,n),O=i("p",{class:"plg-sentence",role:"status"},c.cell.sentence),E=n.measures.map((m,y)=>i("dd",{},c.cell.headline[y])),L=n.measures.map(()=>i(
"dd",{class:"plg-before"})),j=n.measures.map((m,y)=>i("div",{},i("dt",{},m),E[y],L[y])),{canvas:S,chart:A}=X(c.cell.sentence),I=V(s,()=>U(c.cell.columns)),b=i("\
p",{class:"plg-engine",role:"status"}),w=m=>m?e.setAttribute("aria-busy","true"):e.removeAttribute("aria-busy"),k=()=>{let m=h.before(c.values);Oe.disabled=ce.disabled=
!m;let y=d?m:void 0;ce.setAttribute("aria-pressed",String(d)),L.forEach((_,Se)=>{_.textContent=y?`before: ${y.cell.headline[Se]}`:""}),u&&d?u.swap("before",y?U(
y.cell.columns):[]):u?.ghost&&u.swap("before",[])},$=()=>{if(r.ended)return;let{cell:m}=c;u?.swap("outcome",U(m.columns)),O.textContent=m.sentence,A.setAttribute(
"aria-label",m.sentence),E.forEach((y,_)=>{y.textContent=m.headline[_]}),I.fill(),k()},T={},D=()=>{for(let{name:m}of o)T[m].show(p[m])},B=()=>{for(let{note:m}of Object.
values(T))m.textContent=""},Z=(m,{cell:y,refused:_})=>{w(!1),y?(c={values:m,cell:y},l&&h.settle(c)):(T[g].note.textContent=_??"",Object.assign(p,c.values),D()),
l=!1,$()},pt=()=>{f=0;let m={...p};w(!0),x.at(m,y=>Z(m,y))},xe=m=>{Object.assign(p,m),B();for(let y of Object.keys(m))T[y].show(p[y]);f||(f=requestAnimationFrame(
pt))},ve=()=>{l=!0,!(f||Object.keys(p).some(m=>p[m]!==c.values[m]))&&(h.settle(c),l=!1,k())},ke=m=>{h.begin(),xe(m),ve()},ut=()=>{let m=h.undo();m&&(c=m,Object.
assign(p,m.values),B(),D(),$())},dt=async()=>{d=!d;let m=h.before(c.values);if(d&&m&&s.layer&&u&&!u.ghost){u.end();let y=Ze(s,U(m.cell.columns));u=await F(t,S,y,
c.cell.columns,r),u&&(u.ghost=!0)}$()},ft=m=>{let{name:y,positions:_}=m;return qe(m,{moved:le=>{g=y,xe({[y]:_[le]})},typed:le=>{g=y,ke({[y]:le})},settled:ve,touched:()=>{
g=y,h.begin(),x.start()}})};for(let m of o)T[m.name]=ft(m);let ae=(m,y)=>i("button",{type:"button",class:"plg-quiet",onclick:y},m),Oe=ae("Undo",ut),ce=ae("What \
changed?",dt),mt=ae("Start values",()=>ke({...a}));return k(),e.append(i("div",{class:"plg-stage"},i("div",{class:"plg-controls"},...o.map(({name:m})=>T[m].row)),
i("dl",{class:"plg-headline"},...j),A,O,i("div",{class:"plg-foot"},I.details,Oe,ce,mt),b)),F(t,S,s,c.cell.columns,r).then(async m=>{if(u=m,$(),await Ve(),!r.ended&&
(b.textContent=await x.start(),!x.alive()))for(let y of e.querySelectorAll(".plg-controls :is(input, select)"))y.toggleAttribute("disabled",!0)})}function oe({edition:e},{solution:t}){return t?[i("details",{class:"plg-solution",open:e==="instructor"},i("summary",{},"The answer"),t)]:[]}var se=(e,t)=>i("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),ie=e=>e?"✓ Right. ":"✗ Not this. ";var ye="Finish",zt="Finished. What was right is told after the course, when you know more.";function st(e,t,n,r){let o=i("p",{class:"plg-saved",role:"status"}),
s=i("button",{type:"submit"},ye),a=i("form"),p=n.questions.map((u,h,x)=>{let{body:O,read:E,show:L}=M(u).inputs(C("question"),u,r),j=i("div",{class:"plg-result"}),
S=i("div",{class:"plg-question"},se(h,x),...O,j);S.addEventListener("change",()=>l(u,E()));let A=t.kept(u.name);return A!==void 0&&L(A),{place:S,question:u,read:E,
result:j}}),c=()=>p.flatMap(({read:u},h)=>u()===void 0?[h+1]:[]),g=u=>{o.textContent=`${p.length-c().length} of ${p.length} answered. ${u}`},f=async(u,h)=>{s.textContent=
ye;let x=await t.keep(u,h);return z(o,x),g(o.textContent??""),!x.refused},l=async(u,h)=>{let x={...u,verdicts:void 0};await f(x,h)&&Q({lesson:n.lesson,question:u.
name,value:h,text:G(u,h)})},d=()=>{for(let h of a.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return g(
zt);let u=0;for(let{question:h,read:x,result:O}of p){let E=Jt(h,x(),O);O.dataset.correct=String(E),u+=Number(E)}g(`Finished: ${u} of ${p.length} right. Each que\
stion now says why.`)};a.addEventListener("submit",async u=>{u.preventDefault();let h=c();if(h.length&&s.textContent===ye)return s.textContent="Finish all the s\
ame",g(`Still open: ${h.join(", ")}.`);let x=p.length-h.length;await f({name:n.end,kind:"note",edition:n.endEdition},x)&&(Q({lesson:n.lesson,question:n.end,value:x,
text:String(x)}),d())}),a.append(...p.flatMap(({place:u,question:h})=>[u,...oe(n,h)]),s,o),e.append(a),t.kept(n.end)===void 0?g(""):d()}function Jt(e,t,n){let r=t===
void 0?void 0:P(e,t),o=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(i("strong",{},r?ie(r.correct):"Not answered."),r?.text??""),o&&!r?.correct&&n.
append(i("p",{},i("em",{},"Right: "),e.options[o.option]," ",o.text)),!!r?.correct}function it(e,t,n,r){n.questions.forEach((o,s,a)=>{let p=Kt(t,n,o,r);a.length>1&&p.prepend(se(s,a)),e.append(p,...oe(n,o))})}function Kt(e,t,n,r){let o=C("quest\
ion"),{locks:s}=n,a=i("div",{class:"plg-result",role:"status"}),p=i("p",{class:"plg-saved"}),c=i("button",{type:"submit"},s?"Commit":"Answer"),g=i("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":o}),{body:f,missing:l,read:d,show:u,tell:h,lock:x}=M(n).inputs(o,n,r),O=f[f.length-1];(O.classList.contains("\
plg-entry")?O:g).append(c),g.prepend(...f),g.append(a,p);let E=j=>{if(s){for(let A of g.querySelectorAll("input, button, select"))A.toggleAttribute("disabled",!0);
x?.(),a.textContent="Committed. It is compared with the answer further down.";return}let S=P(n,j);S&&(a.replaceChildren(i("strong",{},ie(S.correct)),S.text),h?.(
S,j),a.dataset.correct=String(S.correct))},L=e.kept(n.name);return L!==void 0&&(u(L),E(L)),g.addEventListener("submit",async j=>{j.preventDefault();let S=d();if(S===
void 0){a.textContent=l;return}c.disabled=!0,p.textContent="Saving …";let A=await e.keep(n,S);if(c.disabled=!1,z(p,A),A.refused&&s)return;let I=A.value??S,b=K(
I,S);if(b||u(I),E(I),A.refused)return;let w=s?void 0:P(n,I)?.correct,k=G(n,I);Q({lesson:t.lesson,question:n.name,value:I,text:k,correct:w,kept:b})}),g}function at(e,t,n,r){let{question:o,spec:s,columns:a}=n,p=i("p",{class:"plg-waiting"},n.waiting);e.append(p);let c=!1,g=async l=>{if(c)return;c=!0;let d=(l===void 0?
void 0:P(o,l))?.text??n.truth,{canvas:u,chart:h}=X(`${n.description} ${d}`),x=V(s,()=>U(a));e.replaceChildren(i("p",{class:"plg-sentence",role:"status"},d),h,i(
"div",{class:"plg-foot"},x.details));let O=await F(t,u,s,a,r),E=l===void 0?void 0:Je(o,l);E&&O?.swap("prediction",E)};ee(r,n.lesson,l=>{l.question===o.name&&g(l.
value)});let f=t.kept(o.name);if(f!==void 0)return g(f);if(t.skippable){let l=()=>g(void 0);p.append(" ",i("button",{type:"button",class:"plg-quiet",onclick:l},
"Show it without"))}}function ct(e,t,n,r){let o=C("notes"),s=i("textarea",{id:o,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let a=i("p",{class:"plg-saved",role:"st\
atus"}),p=i("p",{}),c=[],g=async()=>{a.textContent="Saving …";let f=await t.takeHome(s.value);z(a,f);for(let u of c)u();let l=(f.files??[]).map(([u,h])=>({name:u,
...r.url(new Blob([Ee(h)]))}));c=l.map(({end:u})=>u);let d=({name:u="",href:h=""})=>i("a",{class:"plg-download",href:h,download:u},`Download ${u}`);p.replaceChildren(
...l.flatMap(u=>[d(u)," "]))};e.append(i("label",{for:o,class:"plg-ask"},"My notes"),s,i("p",{},i("button",{type:"button",onclick:g},"Save my page")),a,p)}var Yt="This part of the page could not be drawn. Load the page again; the other parts work.",Gt={explorer:ot,questions:it,paper:st,reveal:at,answers:Ye,takehome:ct,
chart:Xe};function Vt(e,t){let n=t instanceof Error?t.message:String(t);e.append(i("p",{class:"plg plg-note",role:"alert"},`${Yt} (${n})`))}function lt(e,t,n,r){
let o=i("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});Ie(o,r),e.append(o);let s=a=>{console.error(a),o.replaceChildren(),Vt(o,a)};try{Promise.
resolve(Gt[n.kind](o,t,n,r)).catch(s)}catch(a){s(a)}}function Xt({model:e,el:t}){let n=new q,r=e.get("payload");return lt(t,je(e,r,n),r,n),()=>{n.end(),t.replaceChildren()}}var vo={render:Xt};export{vo as default};
