function Te(e){let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var we=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function Me(e){let t=URL.createObjectURL(new Blob([await we(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var De=globalThis;De.plgkitShared??={};var v=De.plgkitShared;v.ids??=0;v.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};v.drawing??=Promise.resolve();
function I(e){return v.ids+=1,`plg-${e}-${v.ids}`}var Rt=4*1024*1024,Tt=10,Mt=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function Ue(e,t){v.engines??=new Map;let n=v.engines.get(e);return n||(n=Dt(t).catch(r=>{throw v.engines?.delete(e),r}),v.engines.set(e,n)),n}async function Dt(e){
if(typeof WebAssembly>"u")throw new Error("this browser runs no WebAssembly");let t=new Uint8Array(await we(await e()).arrayBuffer()),n=t.indexOf(Tt),{loader:r,
models:o}=JSON.parse(new TextDecoder().decode(t.subarray(0,n))),s=URL.createObjectURL(new Blob([r],{type:"text/javascript"})),a=URL.createObjectURL(new Blob([t.
subarray(n+1)],{type:"application/wasm"}));try{let{loadMicroPython:c}=await import(s),l=await c({heapsize:Rt,url:a});for(let f of["/lib","/lib/plgkit","/lib/plg\
kit/models"])l.FS.mkdir(f);l.FS.writeFile("/lib/plgkit/__init__.py","");for(let[f,u]of Object.entries(o))l.FS.writeFile(`/lib/plgkit/models/${f}`,u);l.runPython(
Mt);let m=l.globals.get("answer");return{cell:(f,u)=>JSON.parse(m(f,JSON.stringify(u)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(a)}}var Be=15e3,Pe=200,Ut="The kernel does not answer. Run all cells again to wake it.";function Fe(e,t,n){let r=Pt(e,n);return{skippable:!1,vega(){return v.vega??=
We(e.widget_manager,e.get("library")).then(o=>Me(o.get("gzip"))).catch(o=>{throw v.vega=void 0,o}),v.vega},async engine(){let o=await We(e.widget_manager,e.get(
"interpreter"));return Ue(o.get("digest"),async()=>o.get("gzip"))},store:e.get("stored")?o=>e.send({want:"store",picture:o,id:I("ask")}):void 0,outcome:o=>r({want:"\
outcome",state:o}),keep:(o,s)=>r({want:"keep",question:o.name,value:s}),takeHome:o=>r({want:"take home",notes:o}),kept:o=>t.answers?.[o],rows:()=>t.rows,unreadable:()=>t.
unreadable,journal:()=>r({want:"journal"})}}async function We(e,t){for(let n=0;;n+=Pe){try{return await e.get_model(t)}catch(r){if(n>=Be)throw r}await new Promise(
r=>setTimeout(r,Pe))}}function Pt(e,t){let n=new Map,r=o=>{n.get(o.id)?.(o),o.done&&n.delete(o.id)};return e.on("msg:custom",r),t.begin("listeners",()=>e.off("m\
sg:custom",r)),(o,s)=>new Promise(a=>{let c=I("ask"),l=()=>a({refused:Ut}),m=t.later(Be,l),f={};n.set(c,u=>{m(),s?.(u),Object.assign(f,u),u.done&&a(f)});try{e.send(
{...o,id:c})}catch{l()}})}var ne=class{ended=!1;#t=()=>{};over=new Promise(t=>{this.#t=t});#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};v.live[t]+=1;let r=()=>{this.#e.delete(r)&&
(v.live[t]-=1,n())};return this.#e.add(r),r}listen(t,n,r){return t.addEventListener(n,r),this.begin("listeners",()=>t.removeEventListener(n,r))}resized(t,n){let r=new ResizeObserver(
n);return r.observe(t),this.begin("observers",()=>r.disconnect())}later(t,n){let r=setTimeout(()=>{o(),n()},t),o=this.begin("timers",()=>clearTimeout(r));return o}url(t){
let n=URL.createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0,this.#t();for(let t of[...this.#e])t()}};function i(e,t={},...n){let r=document.createElement(e);for(let[o,s]of Object.entries(t))o.startsWith("on")?r.addEventListener(o.slice(2),s):s!==void 0&&s!==!1&&
r.setAttribute(o,s===!0?"":s);return r.append(...n),r}var J=(e,t)=>i("button",{type:"button",class:"plg-quiet",onclick:t},e);function z(e,t={}){let n=document.createElementNS(
"http://www.w3.org/2000/svg",e);for(let[r,o]of Object.entries(t))n.setAttribute(r,String(o));return n}function K(e,t){e.textContent=t.refused??t.saved??"",e.dataset.
refused=String(!!t.refused)}var Wt="data-lm-suppress-shortcuts",_e=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function He(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(Wt,_e(e))}function Je(e,t){e.addEventListener("keydown",n=>_e(n)&&n.stopPropagation()),v.live.guards===0&&(addEventListener("keydown",
He,!0),v.unguard=()=>removeEventListener("keydown",He,!0)),t.begin("guards",()=>{v.live.guards===0&&v.unguard?.()})}var ze="plgkit:answered",ee=e=>document.dispatchEvent(new CustomEvent(ze,{detail:e}));function re(e,t,n){e.listen(document,ze,({detail:r})=>{r.lesson===t&&n(r)})}function R(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let r=Number(n.toExponential().split(
"e")[1]),o=Math.min(300,Math.max(0,t-1-r)),s=String(BigInt(Math.round(n*+`1e${o}`))).padStart(o+1,"0"),a=s.slice(0,s.length-o).replace(/\B(?=(\d{3})+$)/g,","),c=s.
slice(s.length-o).replace(/0+$/,""),l=c?`${a}.${c}`:a;return e<0&&l!=="0"?`−${l}`:l}var oe=10,Ke=({low:e,high:t})=>`a number between ${R(e,oe)} and ${R(t,oe)}`,ye=e=>e.slice(0,16).replace("T"," ");var Bt=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function Ft(e){let[,t="",n="",r=""]=e.match(Bt)??[e,"",e,""];return{before:t,ask:n,after:r}}
function D(e){let{before:t,ask:n,after:r}=Ft(e),o=s=>i("span",{class:"plg-situation"},s);return[...t?[o(t)," "]:[],n,...r?[" ",o(r)]:[]]}var Ge={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(o=>{let s=i(
"input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),a=i("label",{for:s.id},t.options[o]);return{radio:s,row:i("div",{class:"plg-option"},s,a)}}),r=i("legend",
{id:e},...D(t.ask));return{body:[i("fieldset",{},r,...n.map(({row:o})=>o))],missing:"Choose one of the answers first.",read(){let o=n.find(({radio:s})=>s.checked);
return o&&Number(o.radio.value)},show(o){let s=n.find(({radio:a})=>Number(a.value)===o);s&&(s.radio.checked=!0)}}}};var G=(e,t)=>JSON.stringify(e)===JSON.stringify(t),F=(e,t)=>e.low<=t&&t<=e.high,se=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(r=>Number.isInteger(r)&&r>=0&&
r<n);var Y=240,Ht=560,_t=240,[ie,xe,ae,ve]=[62,16,14,34],Ye=[0,1,2,3,4],Jt=4,zt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Ve({
at:e,top:t,xTitle:n,yTitle:r},o){let s=e.map(()=>null),a=Ht,c=!1,l=w=>ie+(a-ie-xe)*(e[w]-e[0])/(e[e.length-1]-e[0]),m=w=>ae+(Y-ve-ae)*(1-w/t),f=z("svg",{class:"\
plg-drawing",role:"group","aria-label":`${r}, by ${n}`}),u=(w,y)=>{let O=z("text",y);return O.textContent=w,f.append(O),O},d=Ye.map(w=>{let y=t*w/(Ye.length-1);
u(R(y),{x:ie-8,y:m(y)+4,"text-anchor":"end"});let O=z("line",{x1:ie,y1:m(y),y2:m(y),class:"plg-grid"});return f.append(O),O}),p=e.map(w=>u(String(w),{y:Y-ve+18,
"text-anchor":"middle"})),h=u(n,{y:Y-2,"text-anchor":"end"}),x=z("polyline",{class:"plg-line"}),k=e.map((w,y)=>{let C={"aria-label":`${r} at ${n} ${w}`,"aria-va\
luemin":0,"aria-valuemax":t},P=z("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...C});return P.addEventListener("keydown",M=>{let L=zt[M.key];!L||c||(M.
preventDefault(),N(y,(s[y]??s[y-1]??0)+L*t/100))}),P});f.append(x,...k);let S=()=>{k.forEach((y,O)=>{let C=s[O];y.setAttribute("cx",String(l(O))),y.setAttribute(
"cy",String(m(C??0))),y.classList.toggle("plg-unset",C===null),y.setAttribute("aria-valuenow",String(C??0)),y.setAttribute("aria-valuetext",C===null?"not drawn \
yet":R(C))});let w=s.flatMap((y,O)=>y===null?[]:[`${l(O)},${m(y)}`]);x.setAttribute("points",w.join(" "))},N=(w,y)=>{s[w]=Math.min(t,Math.max(0,Number(y.toPrecision(
Jt)))),S()},j=()=>{a=Math.max(_t,f.clientWidth||a),f.setAttribute("viewBox",`0 0 ${a} ${Y}`);for(let w of d)w.setAttribute("x2",String(a-xe));p.forEach((w,y)=>{
w.setAttribute("x",String(l(y)))}),h.setAttribute("x",String(a-xe)),S()};o.resized(f,j);let $=!1,E=w=>{if(!$||c)return;let y=f.getBoundingClientRect(),O=(w.clientX-
y.left)/y.width*a,C=(w.clientY-y.top)/y.height*Y,P=e.reduce((M,L,Q)=>Math.abs(l(Q)-O)<Math.abs(l(M)-O)?Q:M,0);N(P,t*(1-(C-ae)/(Y-ve-ae)))};return f.addEventListener(
"pointerdown",w=>{$=!0,f.setPointerCapture(w.pointerId),E(w)}),f.addEventListener("pointermove",E),f.addEventListener("pointerup",()=>{$=!1}),j(),{svg:f,heights:s,
show:S,lock:()=>{c=!0;for(let w of k)w.setAttribute("aria-disabled","true")}}}var Kt="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",Xe=e=>e[e.length-1],Ze={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(r=>typeof r=="number"&&F({low:0,high:t},r)),fits:(e,t)=>F(e,Xe(t)),words:(e,t)=>R(Xe(t)),overlay:({at:e},t)=>t.map((n,r)=>({x:e[r],prediction:n})),
inputs(e,t,n){let{svg:r,heights:o,show:s,lock:a}=Ve(t,n),c=i("p",{class:"plg-unit"},Kt);return{body:[i("p",{id:e,class:"plg-ask"},...D(t.ask)),c,r],missing:"Dra\
w the whole line: every point counts.",read:()=>o.includes(null)?void 0:[...o],show(l){o.splice(0,o.length,...l),s()},lock:a}}};var qe={accepts:(e,t)=>typeof t=="number"&&F(e,t),fits:F,words:(e,t)=>R(t,oe),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=i("input",{type:"number",step:"a\
ny",id:`${e}-box`,"aria-describedby":`${e}-unit`}),r=i("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[i("label",{id:e,for:n.id,class:"plg-ask"},...D(
t.ask)),i("div",{class:"plg-entry"},n,r)],missing:`Give ${Ke(t)}.`,read(){let o=Number(n.value);return n.value.trim()!==""&&F(t,o)?o:void 0},show(o){n.value=String(
o)}}}};var Qe={accepts:({items:e},t)=>se(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>G(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((u,d)=>d),r=!1,o=i("ol",{class:"plg-ranking","aria-labelledby":e}),s=(u,d)=>{r=!0,n.splice(d,0,...n.splice(u,1)),l();let[p,h]=o.children[d].querySelectorAll(
"button"),[x,k]=d<u?[p,h]:[h,p];(x.disabled?k:x).focus()},a=(u,d,p,h="")=>{let x=u+d<0||u+d>=n.length,k=`${t.items[n[u]]}: ${h}`;return i("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:x,"aria-label":k},onclick:()=>s(u,u+d)},p)},c=(u,d)=>i("li",{},i("span",{},t.items[u]),a(d,-1,"↑","up"),a(d,1,"↓","down")),
l=()=>o.replaceChildren(...n.map(c)),m=()=>{r=!0};l();let f=i("button",{type:"button",class:"plg-quiet",onclick:m},"I keep this order");return{body:[i("p",{id:e,
class:"plg-ask"},...D(t.ask)),o,f],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>r?[...n]:void 0,show(u){n=[...u],r=!0,l()}}}};var et=({cards:e})=>e.map(({pile:t})=>t),tt={accepts:(e,t)=>se(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||G(et(e),t),words({verdicts:[e]},t){return`${et(
e).filter((r,o)=>r===t[o]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((r,o)=>{let s=i("select",{id:`${e}-${o}`},i("option",{value:""},"…"));s.append(
...t.piles.map((l,m)=>i("option",{value:m},l)));let a=i("p",{class:"plg-reason"});return{card:i("li",{},i("label",{for:s.id},r),s,a),pile:s,reason:a}});return{body:[
i("p",{id:e,class:"plg-ask"},...D(t.ask)),i("ol",{class:"plg-cards"},...n.map(({card:r})=>r))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:r})=>r.
value==="")?void 0:n.map(({pile:r})=>Number(r.value)),show(r){r.forEach((o,s)=>{n[s].pile.value=String(o)})},tell(r,o){n.forEach(({reason:s},a)=>{let c=r.cards[a].
pile===o[a];s.dataset.correct=String(c),s.textContent=`${c?"✓":"✗"} ${r.cards[a].reason}`})}}}};var Gt={choice:Ge,number:qe,ranking:Qe,drawing:Ze,sorting:tt},U=e=>Gt[e.form];var nt=(e,t)=>e!==void 0&&U(e).accepts(e,t),V=(e,t)=>U(e).words(e,t);function W(e,t){if(!e.verdicts||!nt(e,t))return;let{fits:n}=U(e),r=e.verdicts.find(o=>n(o,t));
return r&&{...r,text:r.text.replaceAll("{given}",V(e,t))}}var rt=(e,t)=>U(e).overlay?.(e,t);function ot(e,t,n,r,o){return[t,e[n]??n,r,o===void 0?"":o?"yes":"no"]}function Yt(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([a])=>s[a]!==null)).map(s=>Object.fromEntries(t.
map(([a,c])=>[c,s[a]]))):e}function Vt(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):R(e,Number.isInteger(e)?15:5)}function ke(e){let t=Object.keys(
e[0]??{}),n=t.map(o=>i("th",{scope:"col"},o)),r=e.map(o=>i("tr",{},...t.map(s=>i("td",{"data-label":s},Vt(o[s],s)))));return i("table",{},i("thead",{},i("tr",{},
...n)),i("tbody",{},...r))}function X(e,t){let n=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),r=i("summary",{},"The numbers as\
 a table"),o=i("details",{class:"plg-table"},r,n),s=()=>{o.open&&n.replaceChildren(ke(Yt(t(),e.usermeta?.table)))};return o.addEventListener("toggle",s),{details:o,
fill:s}}var Xt=15e3;function st(e,t,n,r){let o=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=i("p",{class:"plg-note",role:"alert"}),
c=i("button",{type:"button",class:"plg-quiet",onclick:async()=>{let u=await t.journal();if(s.textContent=u.refused??"",u.refused)return;let{href:d,end:p}=r.url(
new Blob([u.text??""],{type:"application/jsonl"}));i("a",{href:d,download:n.file}).click(),r.later(Xt,p)}},"Download my answers"),l=[...t.rows()],m=()=>{let u=l.
map(d=>Object.fromEntries(n.headings.map((p,h)=>[p,d[h]])));o.replaceChildren(l.length?ke(u):"No answer yet.")};re(r,n.lesson,({question:u,text:d,correct:p,kept:h})=>{
h!==!1&&(l.push(ot(n.labels,ye(new Date().toISOString()),u,d,p)),m())}),m();let f=t.unreadable().map(u=>i("p",{class:"plg-note"},u));e.append(o,i("p",{},c),s,...f)}var Zt=100,$e=65,it=280,qt=120,Qt=640;function B(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,r)=>Object.fromEntries(t.map(o=>[o,e[o][r]])))}function Z(e){
let t=i("div",{class:"plg-canvas","aria-hidden":"true"}),n=i("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var en=()=>new Promise(
e=>{requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,Zt)});async function q(){await v.drawing,await new Promise(e=>("requestIdleCallback"in window?requestIdleCallback:
setTimeout)(e))}function H(e,t,n,r,o){t.style.minHeight=`${Oe(t,n.height,$e)+$e}px`;let s=v.drawing.then(()=>at(e,t,n,r,o)),a=()=>(t.style.minHeight="",en());return v.
drawing=Promise.race([s,o.over]).then(a,a),s}async function ce(e,t,n,r){let o=await at(e,i("div"),t,n,r),s=o&&await o.png();return o?.end(),s}function Oe(e,t,n){
let r=Number.parseFloat(getComputedStyle(e).maxHeight)-n;return r<t?Math.max(qt,r):t}async function at(e,t,n,r,o){let s=await e.vega();if(o.ended)return;let a=Math.
max(it,t.clientWidth||Qt),c=Oe(t,n.height,$e),l={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:B(r),...n.datasets},autosize:{
type:"fit-x",contains:"padding"},width:a,height:c,config:{...n.config,aria:!1}},{view:m,finalize:f}=await s(t,l,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lit\
e"}),u=o.begin("views",f),d=async()=>{if(o.ended)return;let h=Math.max(it,t.clientWidth),x=Number(t.querySelector("svg")?.getAttribute("height"))-c,k=Oe(t,n.height,
x);!t.clientWidth||Math.abs(h-a)<=1&&Math.abs(k-c)<=1||([a,c]=[h,k],await m.width(a).height(c).runAsync())},p=o.resized(t,d);if(await d(),!o.ended)return{swap:(h,x)=>m.
data(h,x).runAsync(),png:async()=>(await m.toImageURL("png")).split(",")[1],end(){p(),u()}}}function ct(e,t,{title:n,spec:r,columns:o},s){let{canvas:a,chart:c}=Z(n);if(e.append(c),r.usermeta?.table){let[l]=Object.values(r.datasets);e.append(i("div",{class:"\
plg-foot"},X(r,()=>l).details))}return H(t,a,r,o,s)}var Se={"":0,k:3,m:6},tn=/^(?:\d+(?:\.\d*)?|\.\d+)$/,nn=/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,rn=/^\d+,\d+$/;function _(e,t){let{before:n="",after:r=""}=e,[o,s]=Math.
abs(t).toExponential().split("e"),a=t&&e.quantity==="share"?2:0,c=un(o.replace(".",""),Number(s)+1+a);return`${t<0?"−":""}${n}${c}${r}`}function le(e,t){let n={
refused:`${e.label}: give ${on(e)}.`},r=an(e,t).filter(s=>sn(e,s));if(r.length===0)return n;if(r.length===1)return{value:r[0]};let o=r.map(s=>_(e,s)).join(" or ");
return{refused:`${e.label}: this can mean ${o}; say which.`}}function on(e){let t=`between ${_(e,Number(e.low))} and ${_(e,Number(e.high))}`,n=`5 means ${e.before}\
5${e.after}`;return e.quantity==="share"?`a share ${t} (${n})`:e.quantity==="money"?`an amount ${t}${e.size?` (${n})`:""}`:ut(e)?`a whole number ${t}`:`a number\
 ${t}`}var ut=({kind:e,quantity:t})=>e==="whole"||t==="people",sn=(e,t)=>Number(e.low)<=t&&t<=Number(e.high)&&(!ut(e)||Number.isInteger(t));function an(e,t){let[
,n,r]=/^([-−–+]?)(.*)$/.exec(lt(t)),o=n!==""&&n!=="+",s=(f,u)=>ln(f,u,o);if(e.quantity==="share"){if(r.endsWith("%"))return s(r.slice(0,-1),-2);let[f]=s(r,-2);
return 0<f&&f<.01?[f,...s(r,0)]:s(r,-2)}if(e.quantity!=="money")return s(r,0);let{amount:a,size:c,named:l}=cn(r,lt(e.currency)),m=Se[e.size];return c!==""?s(a,Se[c]-
m):l&&m?[...s(a,0),...s(a,-m)]:s(a,0)}var lt=e=>e.trim().toLowerCase().replace(/(\d)[\s'’](?=\d{3}(?!\d))/g,"$1").replace(/(\D)\s+/g,"$1").replace(/\s+(?=\D)/g,
"");function cn(e,t){let n=Object.keys(Se).flatMap(r=>[{before:r+t,after:"",size:r,named:!0},{before:t,after:r,size:r,named:!0},{before:"",after:t+r,size:r,named:!0},
{before:"",after:r+t,size:r,named:!0},{before:"",after:r,size:r,named:!1}]);for(let{before:r,after:o,size:s,named:a}of n){let c=e.slice(r.length,e.length-o.length);
if(e===r+c+o&&/^[\d.,]/.test(c)&&/[\d.,]$/.test(c))return{amount:c,size:s,named:a}}return{amount:"",size:"",named:!1}}function ln(e,t,n){let r=nn.test(e)?e.replaceAll(
",",""):rn.test(e)?e.replace(",","."):e;if(!tn.test(r))return[];let o=+`${r}e${t}`;return Number.isFinite(o)?[n?-o:o]:[]}function un(e,t){let n=e.padStart(e.length+
Math.max(0,1-t),"0").padEnd(t,"0"),r=Math.max(1,t),o=n.slice(0,r).replace(/\B(?=(\d{3})+$)/g,","),s=n.slice(r).replace(/0+$/,"");return s?`${o}.${s}`:o}var pn=e=>e.replace(/^#/,"").replace(/(?:%[0-9a-f]{2})+/gi,t=>{try{return decodeURIComponent(t)}catch{return t}});function pt(e,t){if(!e.includes("="))return;let n={},
r=[];for(let o of e.replace(/^#/,"").split("&")){let[s,a=""]=o.split(/=(.*)/s).map(pn),c=t.find(m=>m.name===s);if(!c){r.push(`The address sets ${s}; here it can\
 set ${t.map(m=>m.name).join(", ")}.`);continue}let l=c.kind==="choice"||c.kind==="flag"?dn(c,a):le(c,a);"value"in l?n[s]=l.value:r.push(`The address says ${s}=${a}\
. ${l.refused}`)}return{values:n,refused:r}}function dt(e,t){let r=e.filter(({name:o,value:s})=>t[o]!==s).map(o=>{let s=encodeURIComponent(te(o,t[o.name])).replaceAll(
"%25","%");return`${o.name}=${s}`});return r.length?`#${r.join("&")}`:""}function te(e,t){return e.kind==="flag"?t?"yes":"no":e.kind==="choice"?t:_(e,t)}function dn(e,t){
let n=e.positions.find(o=>te(e,o)===t),r=e.positions.map(o=>te(e,o)).join(" or ");return n===void 0?{refused:`${e.label}: give ${r}.`}:{value:n}}var fn=["opacity","strokeOpacity","fillOpacity","tooltip"];function ft({layer:e,mark:t,encoding:n={},data:r,params:o,name:s,...a}){if(r&&r.name!=="outcome")return[];
let c=Object.fromEntries(Object.entries(n).filter(([m])=>!fn.includes(m)));if(e)return[{...a,encoding:c,layer:e.flatMap(ft)}];let l=t.type?t:{type:t};return l.type===
"text"||l.opacity===0?[]:[{...a,encoding:c,mark:{...l,opacity:.3*(l.opacity??1),tooltip:null}}]}function mt(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(ft)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}function gt(e){let t=0,n=!1;return{run(){n=!!t,!n&&(e(),t=requestAnimationFrame(()=>{t=0,n&&e(),n=!1}))},late:()=>n}}function ht({address:e},t,{root:n,state:r,open:o,note:s},a){if(!e)return[];let c=()=>{let f=pt(e.hash(),t);f&&(Object.keys(f.values).length&&o(f.values),s.textContent=
f.refused.join(" "),n.scrollIntoView({behavior:"instant"}))};a.listen(window,"hashchange",c),q().then(c);let l=i("span",{class:"plg-copied",role:"status"});return[
J("Copy address",async()=>l.replaceChildren(await e.copy(dt(t,r)))),l]}function Ae(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(r=>Math.abs(Number(r)-t));return n.indexOf(Math.min(...n))}function bt(e,t){let n=I("control"),r=e.unit?` (${e.unit.replace(/^share\b/,"%")})`:"",o=i("label",{for:n,class:"plg-label",title:e.help},e.label);r&&o.append(i(
"span",{class:"plg-unit"},r));let s=i("p",{class:"plg-note",role:"alert",id:`${n}-note`}),a=e.kind==="choice"||e.kind==="flag",{inputs:c,show:l}=a?mn(e,n,t):gn(
e,n,r,t);return l(e.value),{row:i("div",{class:"plg-control"},o,...c,s),show:l,note:s}}function mn(e,t,{moved:n,settled:r,touched:o}){let s=i("select",{id:t,autocomplete:"\
off",onchange(){o(),n(s.selectedIndex),r()},onfocus:o}),a=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...a.map(l=>i("option",{},String(l)))),{inputs:[
s],show:l=>{s.selectedIndex=Ae(e.positions,l)}}}function gn(e,t,n,{moved:r,settled:o,typed:s,touched:a}){let c=i("input",{type:"range",id:t,min:0,max:e.positions.
length-1,step:1,autocomplete:"off",oninput:()=>r(Number(c.value)),onchange:o,onfocus:a,onpointerdown:a}),l=i("input",{type:"text",class:"plg-box",inputmode:"dec\
imal",autocomplete:"off","aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}-note`,onchange:()=>s(l.value),onfocus:a});return{inputs:[c,l],show:f=>{
let u=_(e,f);c.value=String(Ae(e.positions,f)),c.setAttribute("aria-valuetext",u),l.value=u}}}var hn="This browser does not run the model, so the picture stays as it is. The notebook computes it.",bn="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",wn="The kernel computes this picture, so each move waits for it.",yn="These values cannot be computed";function wt(e,{model:t}){let n,
r,o,s=!1,a=e.outcome,c=t===void 0?bn:hn;async function l(){try{if(t!==void 0){let u=await e.engine();return u.cell(t,{}),n=d=>xn(u,t,d),""}}catch(u){console.warn(
u)}return a?wn:c}async function m(){for(s=!0;o;){let{values:u,heard:d}=o;await f.start();let p=n?n(u):a?await a(u):{refused:c};o?.values===u&&(o=void 0,d(p))}s=
!1}let f={start(){return r??=l(),r},alive:()=>!!(n||a),at(u,d){if(n&&!s)return d(n(u));o={values:u,heard:d},s||m()}};return f}function xn(e,t,n){try{return{cell:e.
cell(t,n)}}catch(r){console.error(r);let o=String(r instanceof Error?r.message:r).trim().split(`
`);return{refused:`${yn}: ${o[o.length-1]}.`}}}var Ee=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function yt(e){let t=[e],n=!1,r=()=>t[t.length-1];return{begin(){n=!1},settle(o){Ee(r().values,o.values)||(n&&
t.pop(),n=!0,(!t.length||!Ee(r().values,o.values))&&t.push(o))},before:o=>Ee(r().values,o)?t[t.length-2]:r(),undo(){if(n=!1,!(t.length<2))return t.pop(),r()}}}function xt(e,t,n,r){let{controls:o,spec:s}=n,a=Object.fromEntries(o.map(({name:g,value:b})=>[g,b])),c={...a},l={values:a,cell:n.cell},m=o[0].name,f=!1,u=!1,d,p=yt(
l),h=wt(t,n),x=i("p",{class:"plg-sentence",role:"status"},l.cell.sentence),k=n.measures.map((g,b)=>i("dd",{},l.cell.headline[b])),S=n.measures.map(()=>i("dd",{class:"\
plg-before"})),N=n.measures.map((g,b)=>i("div",{},i("dt",{},g),k[b],S[b])),{canvas:j,chart:$}=Z(l.cell.sentence),E=X(s,()=>B(l.cell.columns)),T=i("p",{class:"pl\
g-engine",role:"status"}),w=i("p",{class:"plg-note",role:"alert"}),y=i("p",{class:"plg-change",role:"status"}),O=g=>g?e.setAttribute("aria-busy","true"):e.removeAttribute(
"aria-busy"),C=g=>`${o.filter(({name:A})=>g[A]!==l.values[A]).map(A=>`${A.label} ${te(A,g[A.name])}`).join(", ")}.`,P=()=>{let g=p.before(l.values);Ie.disabled=
ge.disabled=!g;let b=u?g:void 0;ge.setAttribute("aria-pressed",String(u)),S.forEach((A,Re)=>{A.textContent=b?`before: ${b.cell.headline[Re]}`:""}),y.textContent=
b?`Before: ${C(b.values)}`:"",d?.ghost&&d.swap("before",b?B(b.cell.columns):[])},M=()=>{if(r.ended)return;let{cell:g}=l;d?.swap("outcome",B(g.columns)),x.textContent=
g.sentence,$.setAttribute("aria-label",g.sentence),k.forEach((b,A)=>{b.textContent=g.headline[A]}),E.fill(),P()},L={},Q=()=>{for(let{name:g}of o)L[g].show(c[g])},
fe=()=>{w.textContent="";for(let{note:g}of Object.values(L))g.textContent=""},At=(g,{cell:b,refused:A})=>{O(!1),b?(l={values:g,cell:b},f&&p.settle(l)):(L[m].note.
textContent=A??"",Object.assign(c,l.values),Q()),f=!1,M()},je=gt(()=>{let g={...c};O(!0),h.at(g,b=>At(g,b))}),Le=g=>{Object.assign(c,g),fe();for(let b of Object.
keys(g))L[b].show(c[b]);je.run()},Ce=()=>{f=je.late()||o.some(({name:g})=>c[g]!==l.values[g]),!f&&(p.settle(l),P())},me=g=>{p.begin(),Le(g),Ce()},Et=()=>{let g=p.
undo();g&&(l=g,Object.assign(c,g.values),fe(),Q(),M())},Nt=async()=>{u=!u;let g=p.before(l.values);if(u&&g&&s.layer&&d&&!d.ghost){d.end(),d=void 0;let b=mt(s,B(
g.cell.columns));d=await H(t,j,b,l.cell.columns,r),d&&(d.ghost=!0)}M()},jt=g=>{let{name:b,positions:A}=g;return bt(g,{moved:he=>{m=b,Le({[b]:A[he]})},typed:he=>{
m=b;let be=le(g,he);if("value"in be)return me({[b]:be.value});fe(),L[b].note.textContent=be.refused,L[b].show(c[b])},settled:Ce,touched:()=>{m=b,p.begin(),h.start()}})};
for(let g of o)L[g.name]=jt(g);let Ie=J("Undo",Et),ge=J("What changed?",Nt),Lt=J("Start values",()=>me({...a})),Ct=ht(t,o,{root:e,state:c,open:g=>me({...a,...g}),
note:w},r),It=[Ie,ge,Lt,...Ct];return P(),e.append(i("div",{class:"plg-stage"},i("div",{class:"plg-controls"},...o.map(({name:g})=>L[g].row)),i("dl",{class:"plg\
-headline"},...N),$,x,i("div",{class:"plg-foot"},E.details,i("div",{class:"plg-actions"},...It)),y,w,T)),H(t,j,s,l.cell.columns,r).then(async g=>{if(d=g,l.values!==
a&&M(),await q(),r.ended)return;let b=t.store&&await ce(t,s,n.cell.columns,r);if(b&&t.store?.(b),T.textContent=await h.start(),!h.alive())for(let A of e.querySelectorAll(
".plg-controls :is(input, select)"))A.toggleAttribute("disabled",!0)})}function ue({edition:e},{solution:t}){return t?[i("details",{class:"plg-solution",open:e==="instructor"},i("summary",{},"The answer"),t)]:[]}var pe=(e,t)=>i("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),de=e=>e?"✓ Right. ":"✗ Not this. ";var Ne="Finish",vn="Finished. What was right is told after the course, when you know more.";function vt(e,t,n,r){let o=i("p",{class:"plg-saved",role:"status"}),
s=i("button",{type:"submit"},Ne),a=i("form"),c=n.questions.map((p,h,x)=>{let{body:k,read:S,show:N}=U(p).inputs(I("question"),p,r),j=i("div",{class:"plg-result"}),
$=i("div",{class:"plg-question"},pe(h,x),...k,j);$.addEventListener("change",()=>u(p,S()));let E=t.kept(p.name);return E!==void 0&&N(E),{place:$,question:p,read:S,
result:j}}),l=()=>c.flatMap(({read:p},h)=>p()===void 0?[h+1]:[]),m=p=>{o.textContent=`${c.length-l().length} of ${c.length} answered. ${p}`},f=async(p,h)=>{s.textContent=
Ne;let x=await t.keep(p,h);return K(o,x),m(o.textContent??""),!x.refused},u=async(p,h)=>{let x={...p,verdicts:void 0};await f(x,h)&&ee({lesson:n.lesson,question:p.
name,value:h,text:V(p,h)})},d=()=>{for(let h of a.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return m(
vn);let p=0;for(let{question:h,read:x,result:k}of c){let S=kn(h,x(),k);k.dataset.correct=String(S),p+=Number(S)}m(`Finished: ${p} of ${c.length} right. Each que\
stion now says why.`)};a.addEventListener("submit",async p=>{p.preventDefault();let h=l();if(h.length&&s.textContent===Ne)return s.textContent="Finish all the s\
ame",m(`Still open: ${h.join(", ")}.`);let x=c.length-h.length;await f({name:n.end,kind:"note",edition:n.endEdition},x)&&(ee({lesson:n.lesson,question:n.end,value:x,
text:String(x)}),d())}),a.append(...c.flatMap(({place:p,question:h})=>[p,...ue(n,h)]),s,o),e.append(a),t.kept(n.end)===void 0?m(""):d()}function kn(e,t,n){let r=t===
void 0?void 0:W(e,t),o=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(i("strong",{},r?de(r.correct):"Not answered."),r?.text??""),o&&!r?.correct&&n.
append(i("p",{},i("em",{},"Right: "),e.options[o.option]," ",o.text)),!!r?.correct}function kt(e,t,n,r){n.questions.forEach((o,s,a)=>{let c=$n(t,n,o,r);a.length>1&&c.prepend(pe(s,a)),e.append(c,...ue(n,o))})}function $n(e,t,n,r){let o=I("quest\
ion"),{locks:s}=n,a=i("div",{class:"plg-result",role:"status"}),c=i("p",{class:"plg-saved"}),l=i("button",{type:"submit"},s?"Commit":"Answer"),m=i("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":o}),{body:f,missing:u,read:d,show:p,tell:h,lock:x}=U(n).inputs(o,n,r),k=f[f.length-1];(k.classList.contains("\
plg-entry")?k:m).append(l),m.prepend(...f),m.append(a,c);let S=j=>{if(s){for(let E of m.querySelectorAll("input, button, select"))E.toggleAttribute("disabled",!0);
x?.(),a.textContent="Committed. It is compared with the answer further down.";return}let $=W(n,j);$&&(a.replaceChildren(i("strong",{},de($.correct)),$.text),h?.(
$,j),a.dataset.correct=String($.correct))},N=e.kept(n.name);return N!==void 0&&(p(N),S(N)),m.addEventListener("submit",async j=>{j.preventDefault();let $=d();if($===
void 0){a.textContent=u;return}l.disabled=!0,c.textContent="Saving …";let E=await e.keep(n,$);if(l.disabled=!1,K(c,E),E.refused&&s)return;let T=E.value??$,w=G(
T,$);if(w||p(T),S(T),E.refused)return;let y=s?void 0:W(n,T)?.correct,O=V(n,T);ee({lesson:t.lesson,question:n.name,value:T,text:O,correct:y,kept:w})}),m}function $t(e,t,n,r){let{question:o,spec:s,columns:a}=n,c=i("p",{class:"plg-waiting"},n.waiting);e.append(c);let l=!1,m=async d=>{if(l)return;l=!0;let p=(d===void 0?
void 0:W(o,d))?.text??n.truth,{canvas:h,chart:x}=Z(`${n.description} ${p}`),k=X(s,()=>B(a));e.replaceChildren(i("p",{class:"plg-sentence",role:"status"},p),x,i(
"div",{class:"plg-foot"},k.details));let S=await H(t,h,s,a,r),N=d===void 0?void 0:rt(o,d);N&&S?.swap("prediction",N)};re(r,n.lesson,d=>{d.question===o.name&&m(d.
value)});let f=async()=>{await q();let d=r.ended?void 0:await ce(t,s,a,r);d&&t.store?.(d)};t.store&&f();let u=t.kept(o.name);if(u!==void 0)return m(u);if(t.skippable){
let d=()=>m(void 0);c.append(" ",i("button",{type:"button",class:"plg-quiet",onclick:d},"Show it without"))}}function Ot(e,t,n,r){let o=I("notes"),s=i("textarea",{id:o,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let a=i("p",{class:"plg-saved",role:"st\
atus"}),c=i("p",{}),l=[],m=async()=>{a.textContent="Saving …";let f=await t.takeHome(s.value);K(a,f);for(let p of l)p();let u=(f.files??[]).map(([p,h])=>({name:p,
...r.url(new Blob([Te(h)]))}));l=u.map(({end:p})=>p);let d=({name:p="",href:h=""})=>i("a",{class:"plg-download",href:h,download:p},`Download ${p}`);c.replaceChildren(
...u.flatMap(p=>[d(p)," "]))};e.append(i("label",{for:o,class:"plg-ask"},"My notes"),s,i("p",{},i("button",{type:"button",onclick:m},"Save my page")),a,c)}var On="This part of the page could not be drawn. Load the page again; the other parts work.",Sn={explorer:xt,questions:kt,paper:vt,reveal:$t,answers:st,takehome:Ot,
chart:ct};function An(e,t){let n=t instanceof Error?t.message:String(t);e.append(i("p",{class:"plg plg-note",role:"alert"},`${On} (${n})`))}function St(e,t,n,r){
let o=i("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});Je(o,r),e.append(o);let s=a=>{console.error(a),o.replaceChildren(),An(o,a)};try{Promise.
resolve(Sn[n.kind](o,t,n,r)).catch(s)}catch(a){s(a)}}function En({model:e,el:t}){let n=new ne,r=e.get("payload");return t.toggleAttribute("data-plgkit-stored",!!e.get("stored")),St(t,Fe(e,r,n),r,n),()=>{n.end(),t.
replaceChildren()}}var us={render:En};export{us as default};
