function je(e){let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var me=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function Le(e){let t=URL.createObjectURL(new Blob([await me(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var Re=globalThis;Re.plgkitShared??={};var v=Re.plgkitShared;v.ids??=0;v.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};v.drawing??=Promise.resolve();
function R(e){return v.ids+=1,`plg-${e}-${v.ids}`}var kt=4*1024*1024,$t=10,Ot=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function Ie(e,t){v.engines??=new Map;let n=v.engines.get(e);return n||(n=St(t),v.engines.set(e,n)),n}async function St(e){let t=new Uint8Array(await me(await e()).
arrayBuffer()),n=t.indexOf($t),{loader:r,models:o}=JSON.parse(new TextDecoder().decode(t.subarray(0,n))),s=URL.createObjectURL(new Blob([r],{type:"text/javascri\
pt"})),a=URL.createObjectURL(new Blob([t.subarray(n+1)],{type:"application/wasm"}));try{let{loadMicroPython:l}=await import(s),c=await l({heapsize:kt,url:a});for(let f of[
"/lib","/lib/plgkit","/lib/plgkit/models"])c.FS.mkdir(f);c.FS.writeFile("/lib/plgkit/__init__.py","");for(let[f,p]of Object.entries(o))c.FS.writeFile(`/lib/plgk\
it/models/${f}`,p);c.runPython(Ot);let g=c.globals.get("answer");return{cell:(f,p)=>JSON.parse(g(f,JSON.stringify(p)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(
a)}}var Et=15e3,At="The kernel does not answer. Run all cells again to wake it.";function Ce(e,t,n){let r=Nt(e,n);return{skippable:!1,vega(){return v.vega??=e.widget_manager.
get_model(e.get("library")).then(o=>Le(o.get("gzip"))),v.vega},async engine(){let o=await e.widget_manager.get_model(e.get("interpreter"));return Ie(o.get("dige\
st"),async()=>o.get("gzip"))},store:e.get("stored")?o=>e.send({want:"store",picture:o,id:R("ask")}):void 0,outcome:o=>r({want:"outcome",state:o}),keep:(o,s)=>r(
{want:"keep",question:o.name,value:s}),takeHome:o=>r({want:"take home",notes:o}),kept:o=>t.answers?.[o],rows:()=>t.rows,unreadable:()=>t.unreadable,journal:()=>r(
{want:"journal"})}}function Nt(e,t){let n=new Map,r=o=>{n.get(o.id)?.(o),o.done&&n.delete(o.id)};return e.on("msg:custom",r),t.begin("listeners",()=>e.off("msg:\
custom",r)),(o,s)=>new Promise(a=>{let l=R("ask"),c=()=>a({refused:At}),g=t.later(Et,c),f={};n.set(l,p=>{g(),s?.(p),Object.assign(f,p),p.done&&a(f)});try{e.send(
{...o,id:l})}catch{c()}})}var q=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};v.live[t]+=1;let r=()=>{this.#e.delete(r)&&(v.live[t]-=1,n())};return this.#e.add(r),
r}listen(t,n,r){return t.addEventListener(n,r),this.begin("listeners",()=>t.removeEventListener(n,r))}resized(t,n){let r=new ResizeObserver(n);return r.observe(
t),this.begin("observers",()=>r.disconnect())}later(t,n){let r=setTimeout(()=>{o(),n()},t),o=this.begin("timers",()=>clearTimeout(r));return o}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};function i(e,t={},...n){let r=document.createElement(e);for(let[o,s]of Object.entries(t))o.startsWith("on")?r.addEventListener(o.slice(2),s):s!==void 0&&s!==!1&&
r.setAttribute(o,s===!0?"":s);return r.append(...n),r}function F(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[r,o]of Object.entries(
t))n.setAttribute(r,String(o));return n}function J(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}var jt="data-lm-suppress-shortcuts",Me=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function Te(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(jt,Me(e))}function De(e,t){e.addEventListener("keydown",n=>Me(n)&&n.stopPropagation()),v.live.guards===0&&(addEventListener("keydown",
Te,!0),v.unguard=()=>removeEventListener("keydown",Te,!0)),t.begin("guards",()=>{v.live.guards===0&&v.unguard?.()})}var Ue="plgkit:answered",X=e=>document.dispatchEvent(new CustomEvent(Ue,{detail:e}));function ee(e,t,n){e.listen(document,Ue,({detail:r})=>{r.lesson===t&&n(r)})}function I(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let r=Number(n.toExponential().split(
"e")[1]),o=Math.min(300,Math.max(0,t-1-r)),s=String(BigInt(Math.round(n*+`1e${o}`))).padStart(o+1,"0"),a=s.slice(0,s.length-o).replace(/\B(?=(\d{3})+$)/g,","),l=s.
slice(s.length-o).replace(/0+$/,""),c=l?`${a}.${l}`:a;return e<0&&c!=="0"?`−${c}`:c}var te=10,_e=({low:e,high:t})=>`a number between ${I(e,te)} and ${I(t,te)}`,ge=e=>e.slice(0,16).replace("T"," ");var Lt=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function Rt(e){let[,t="",n="",r=""]=e.match(Lt)??[e,"",e,""];return{before:t,ask:n,after:r}}
function T(e){let{before:t,ask:n,after:r}=Rt(e),o=s=>i("span",{class:"plg-situation"},s);return[...t?[o(t)," "]:[],n,...r?[" ",o(r)]:[]]}var Pe={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(o=>{let s=i(
"input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),a=i("label",{for:s.id},t.options[o]);return{radio:s,row:i("div",{class:"plg-option"},s,a)}}),r=i("legend",
{id:e},...T(t.ask));return{body:[i("fieldset",{},r,...n.map(({row:o})=>o))],missing:"Choose one of the answers first.",read(){let o=n.find(({radio:s})=>s.checked);
return o&&Number(o.radio.value)},show(o){let s=n.find(({radio:a})=>Number(a.value)===o);s&&(s.radio.checked=!0)}}}};var z=(e,t)=>JSON.stringify(e)===JSON.stringify(t),B=(e,t)=>e.low<=t&&t<=e.high,ne=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(r=>Number.isInteger(r)&&r>=0&&
r<n);var K=240,It=560,Ct=240,[re,he,oe,be]=[62,16,14,34],We=[0,1,2,3,4],Tt=4,Mt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Be({
at:e,top:t,xTitle:n,yTitle:r},o){let s=e.map(()=>null),a=It,l=!1,c=w=>re+(a-re-he)*(e[w]-e[0])/(e[e.length-1]-e[0]),g=w=>oe+(K-be-oe)*(1-w/t),f=F("svg",{class:"\
plg-drawing",role:"group","aria-label":`${r}, by ${n}`}),p=(w,y)=>{let k=F("text",y);return k.textContent=w,f.append(k),k},d=We.map(w=>{let y=t*w/(We.length-1);
p(I(y),{x:re-8,y:g(y)+4,"text-anchor":"end"});let k=F("line",{x1:re,y1:g(y),y2:g(y),class:"plg-grid"});return f.append(k),k}),u=e.map(w=>p(String(w),{y:K-be+18,
"text-anchor":"middle"})),h=p(n,{y:K-2,"text-anchor":"end"}),x=F("polyline",{class:"plg-line"}),$=e.map((w,y)=>{let N={"aria-label":`${r} at ${n} ${w}`,"aria-va\
luemin":0,"aria-valuemax":t},j=F("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...N});return j.addEventListener("keydown",U=>{let W=Mt[U.key];!W||l||(U.
preventDefault(),A(y,(s[y]??s[y-1]??0)+W*t/100))}),j});f.append(x,...$);let S=()=>{$.forEach((y,k)=>{let N=s[k];y.setAttribute("cx",String(c(k))),y.setAttribute(
"cy",String(g(N??0))),y.classList.toggle("plg-unset",N===null),y.setAttribute("aria-valuenow",String(N??0)),y.setAttribute("aria-valuetext",N===null?"not drawn \
yet":I(N))});let w=s.flatMap((y,k)=>y===null?[]:[`${c(k)},${g(y)}`]);x.setAttribute("points",w.join(" "))},A=(w,y)=>{s[w]=Math.min(t,Math.max(0,Number(y.toPrecision(
Tt)))),S()},L=()=>{a=Math.max(Ct,f.clientWidth||a),f.setAttribute("viewBox",`0 0 ${a} ${K}`);for(let w of d)w.setAttribute("x2",String(a-he));u.forEach((w,y)=>{
w.setAttribute("x",String(c(y)))}),h.setAttribute("x",String(a-he)),S()};o.resized(f,L);let O=!1,E=w=>{if(!O||l)return;let y=f.getBoundingClientRect(),k=(w.clientX-
y.left)/y.width*a,N=(w.clientY-y.top)/y.height*K,j=e.reduce((U,W,Q)=>Math.abs(c(Q)-k)<Math.abs(c(U)-k)?Q:U,0);A(j,t*(1-(N-oe)/(K-be-oe)))};return f.addEventListener(
"pointerdown",w=>{O=!0,f.setPointerCapture(w.pointerId),E(w)}),f.addEventListener("pointermove",E),f.addEventListener("pointerup",()=>{O=!1}),L(),{svg:f,heights:s,
show:S,lock:()=>{l=!0;for(let w of $)w.setAttribute("aria-disabled","true")}}}var Dt="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",He=e=>e[e.length-1],Fe={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(r=>typeof r=="number"&&B({low:0,high:t},r)),fits:(e,t)=>B(e,He(t)),words:(e,t)=>I(He(t)),overlay:({at:e},t)=>t.map((n,r)=>({x:e[r],prediction:n})),
inputs(e,t,n){let{svg:r,heights:o,show:s,lock:a}=Be(t,n),l=i("p",{class:"plg-unit"},Dt);return{body:[i("p",{id:e,class:"plg-ask"},...T(t.ask)),l,r],missing:"Dra\
w the whole line: every point counts.",read:()=>o.includes(null)?void 0:[...o],show(c){o.splice(0,o.length,...c),s()},lock:a}}};var Je={accepts:(e,t)=>typeof t=="number"&&B(e,t),fits:B,words:(e,t)=>I(t,te),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=i("input",{type:"number",step:"a\
ny",id:`${e}-box`,"aria-describedby":`${e}-unit`}),r=i("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[i("label",{id:e,for:n.id,class:"plg-ask"},...T(
t.ask)),i("div",{class:"plg-entry"},n,r)],missing:`Give ${_e(t)}.`,read(){let o=Number(n.value);return n.value.trim()!==""&&B(t,o)?o:void 0},show(o){n.value=String(
o)}}}};var ze={accepts:({items:e},t)=>ne(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>z(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((p,d)=>d),r=!1,o=i("ol",{class:"plg-ranking","aria-labelledby":e}),s=(p,d)=>{r=!0,n.splice(d,0,...n.splice(p,1)),c();let[u,h]=o.children[d].querySelectorAll(
"button"),[x,$]=d<p?[u,h]:[h,u];(x.disabled?$:x).focus()},a=(p,d,u,h="")=>{let x=p+d<0||p+d>=n.length,$=`${t.items[n[p]]}: ${h}`;return i("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:x,"aria-label":$},onclick:()=>s(p,p+d)},u)},l=(p,d)=>i("li",{},i("span",{},t.items[p]),a(d,-1,"↑","up"),a(d,1,"↓","down")),
c=()=>o.replaceChildren(...n.map(l)),g=()=>{r=!0};c();let f=i("button",{type:"button",class:"plg-quiet",onclick:g},"I keep this order");return{body:[i("p",{id:e,
class:"plg-ask"},...T(t.ask)),o,f],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>r?[...n]:void 0,show(p){n=[...p],r=!0,c()}}}};var Ke=({cards:e})=>e.map(({pile:t})=>t),Ge={accepts:(e,t)=>ne(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||z(Ke(e),t),words({verdicts:[e]},t){return`${Ke(
e).filter((r,o)=>r===t[o]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((r,o)=>{let s=i("select",{id:`${e}-${o}`},i("option",{value:""},"…"));s.append(
...t.piles.map((c,g)=>i("option",{value:g},c)));let a=i("p",{class:"plg-reason"});return{card:i("li",{},i("label",{for:s.id},r),s,a),pile:s,reason:a}});return{body:[
i("p",{id:e,class:"plg-ask"},...T(t.ask)),i("ol",{class:"plg-cards"},...n.map(({card:r})=>r))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:r})=>r.
value==="")?void 0:n.map(({pile:r})=>Number(r.value)),show(r){r.forEach((o,s)=>{n[s].pile.value=String(o)})},tell(r,o){n.forEach(({reason:s},a)=>{let l=r.cards[a].
pile===o[a];s.dataset.correct=String(l),s.textContent=`${l?"✓":"✗"} ${r.cards[a].reason}`})}}}};var Ut={choice:Pe,number:Je,ranking:ze,drawing:Fe,sorting:Ge},D=e=>Ut[e.form];var Ye=(e,t)=>e!==void 0&&D(e).accepts(e,t),G=(e,t)=>D(e).words(e,t);function _(e,t){if(!e.verdicts||!Ye(e,t))return;let{fits:n}=D(e),r=e.verdicts.find(o=>n(o,t));
return r&&{...r,text:r.text.replaceAll("{given}",G(e,t))}}var Ve=(e,t)=>D(e).overlay?.(e,t);function Xe(e,t,n,r,o){return[t,e[n]??n,r,o===void 0?"":o?"yes":"no"]}function _t(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([a])=>s[a]!==null)).map(s=>Object.fromEntries(t.
map(([a,l])=>[l,s[a]]))):e}function Pt(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):I(e,Number.isInteger(e)?15:5)}function we(e){let t=Object.keys(
e[0]??{}),n=t.map(o=>i("th",{scope:"col"},o)),r=e.map(o=>i("tr",{},...t.map(s=>i("td",{"data-label":s},Pt(o[s],s)))));return i("table",{},i("thead",{},i("tr",{},
...n)),i("tbody",{},...r))}function Y(e,t){let n=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),r=i("summary",{},"The numbers as\
 a table"),o=i("details",{class:"plg-table"},r,n),s=()=>{o.open&&n.replaceChildren(we(_t(t(),e.usermeta?.table)))};return o.addEventListener("toggle",s),{details:o,
fill:s}}var Wt=15e3;function Ze(e,t,n,r){let o=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=i("p",{class:"plg-note",role:"alert"}),
l=i("button",{type:"button",class:"plg-quiet",onclick:async()=>{let p=await t.journal();if(s.textContent=p.refused??"",p.refused)return;let{href:d,end:u}=r.url(
new Blob([p.text??""],{type:"application/jsonl"}));i("a",{href:d,download:n.file}).click(),r.later(Wt,u)}},"Download my answers"),c=[...t.rows()],g=()=>{let p=c.
map(d=>Object.fromEntries(n.headings.map((u,h)=>[u,d[h]])));o.replaceChildren(c.length?we(p):"No answer yet.")};ee(r,n.lesson,({question:p,text:d,correct:u,kept:h})=>{
h!==!1&&(c.push(Xe(n.labels,ge(new Date().toISOString()),p,d,u)),g())}),g();let f=t.unreadable().map(p=>i("p",{class:"plg-note"},p));e.append(o,i("p",{},l),s,...f)}var Bt=100,Ht=65,Qe=280,Ft=640;function P(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,r)=>Object.fromEntries(t.map(o=>[o,e[o][r]])))}function V(e){let t=i(
"div",{class:"plg-canvas","aria-hidden":"true"}),n=i("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var Jt=()=>new Promise(e=>{
requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,Bt)});async function se(){await v.drawing,await new Promise(e=>(globalThis.requestIdleCallback??setTimeout)(
e))}function H(e,t,n,r,o){t.style.minHeight=`${n.height+Ht}px`;let s=v.drawing.then(()=>qe(e,t,n,r,o)),a=()=>(t.style.minHeight="",Jt());return v.drawing=s.then(
a,a),s}async function ie(e,t,n,r){let o=await qe(e,i("div"),t,n,r),s=o&&await o.png();return o?.end(),s}async function qe(e,t,n,r,o){let s=await e.vega();if(o.ended)
return;let a=Math.max(Qe,t.clientWidth||Ft),l={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:P(r),...n.datasets},autosize:{type:"\
fit-x",contains:"padding"},width:a,config:{...n.config,aria:!1}},{view:c,finalize:g}=await s(t,l,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"}),f=o.begin(
"views",g),p=o.resized(t,()=>{let d=Math.max(Qe,t.clientWidth);!t.clientWidth||Math.abs(d-a)<=1||(a=d,c.width(a).runAsync())});if(!o.ended)return{swap:(d,u)=>c.
data(d,u).runAsync(),png:async()=>(await c.toImageURL("png")).split(",")[1],end(){p(),f()}}}function et(e,t,{title:n,spec:r,columns:o},s){let{canvas:a,chart:l}=V(n);if(e.append(l),r.usermeta?.table){let[c]=Object.values(r.datasets);e.append(i("div",{class:"\
plg-foot"},Y(r,()=>c).details))}return H(t,a,r,o,s)}var zt=["opacity","strokeOpacity","fillOpacity","tooltip"];function tt({layer:e,mark:t,encoding:n={},data:r,params:o,name:s,...a}){if(r&&r.name!=="outcome")return[];
let l=Object.fromEntries(Object.entries(n).filter(([g])=>!zt.includes(g)));if(e)return[{...a,encoding:l,layer:e.flatMap(tt)}];let c=t.type?t:{type:t};return c.type===
"text"||c.opacity===0?[]:[{...a,encoding:l,mark:{...c,opacity:.3*(c.opacity??1),tooltip:null}}]}function nt(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(tt)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}var ye={"":0,k:3,m:6},Kt=/^(?:\d+(?:\.\d*)?|\.\d+)$/,Gt=/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,Yt=/^\d+,\d+$/;function Z(e,t){let{before:n="",after:r=""}=e,[o,s]=Math.
abs(t).toExponential().split("e"),a=t&&e.quantity==="share"?2:0,l=en(o.replace(".",""),Number(s)+1+a);return`${t<0?"−":""}${n}${l}${r}`}function ot(e,t){let n={
refused:`${e.label}: give ${Vt(e)}.`},r=Zt(e,t).filter(s=>Xt(e,s));if(r.length===0)return n;if(r.length===1)return{value:r[0]};let o=r.map(s=>Z(e,s)).join(" or ");
return{refused:`${e.label}: this can mean ${o}; say which.`}}function Vt(e){let t=`between ${Z(e,Number(e.low))} and ${Z(e,Number(e.high))}`,n=`5 means ${e.before}\
5${e.after}`;return e.quantity==="share"?`a share ${t} (${n})`:e.quantity==="money"?`an amount ${t}${e.size?` (${n})`:""}`:st(e)?`a whole number ${t}`:`a number\
 ${t}`}var st=({kind:e,quantity:t})=>e==="whole"||t==="people",Xt=(e,t)=>Number(e.low)<=t&&t<=Number(e.high)&&(!st(e)||Number.isInteger(t));function Zt(e,t){let[
,n,r]=/^([-−–+]?)(.*)$/.exec(rt(t)),o=n!==""&&n!=="+",s=(f,p)=>qt(f,p,o);if(e.quantity==="share"){if(r.endsWith("%"))return s(r.slice(0,-1),-2);let[f]=s(r,-2);
return 0<f&&f<.01?[f,...s(r,0)]:s(r,-2)}if(e.quantity!=="money")return s(r,0);let{amount:a,size:l,named:c}=Qt(r,rt(e.currency)),g=ye[e.size];return l!==""?s(a,ye[l]-
g):c&&g?[...s(a,0),...s(a,-g)]:s(a,0)}var rt=e=>e.trim().toLowerCase().replace(/(\d)[\s'’](?=\d{3}(?!\d))/g,"$1").replace(/(\D)\s+/g,"$1").replace(/\s+(?=\D)/g,
"");function Qt(e,t){let n=Object.keys(ye).flatMap(r=>[{before:r+t,after:"",size:r,named:!0},{before:t,after:r,size:r,named:!0},{before:"",after:t+r,size:r,named:!0},
{before:"",after:r+t,size:r,named:!0},{before:"",after:r,size:r,named:!1}]);for(let{before:r,after:o,size:s,named:a}of n){let l=e.slice(r.length,e.length-o.length);
if(e===r+l+o&&/^[\d.,]/.test(l)&&/[\d.,]$/.test(l))return{amount:l,size:s,named:a}}return{amount:"",size:"",named:!1}}function qt(e,t,n){let r=Gt.test(e)?e.replaceAll(
",",""):Yt.test(e)?e.replace(",","."):e;if(!Kt.test(r))return[];let o=+`${r}e${t}`;return Number.isFinite(o)?[n?-o:o]:[]}function en(e,t){let n=e.padStart(e.length+
Math.max(0,1-t),"0").padEnd(t,"0"),r=Math.max(1,t),o=n.slice(0,r).replace(/\B(?=(\d{3})+$)/g,","),s=n.slice(r).replace(/0+$/,"");return s?`${o}.${s}`:o}function xe(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(r=>Math.abs(Number(r)-t));return n.indexOf(Math.min(...n))}function it(e,t){let n=R("control"),r=e.unit?` (${e.unit})`:"",o=i("label",{for:n,class:"plg-label",title:e.help},e.label);r&&o.append(i("span",{class:"plg-unit"},
r));let s=i("p",{class:"plg-note",role:"alert",id:`${n}-note`}),a=e.kind==="choice"||e.kind==="flag",{inputs:l,show:c}=a?tn(e,n,t):nn(e,n,r,t);return c(e.value),
{row:i("div",{class:"plg-control"},o,...l,s),show:c,note:s}}function tn(e,t,{moved:n,settled:r,touched:o}){let s=i("select",{id:t,onchange(){o(),n(s.selectedIndex),
r()},onfocus:o}),a=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...a.map(c=>i("option",{},String(c)))),{inputs:[s],show:c=>{s.selectedIndex=xe(e.positions,
c)}}}function nn(e,t,n,{moved:r,settled:o,typed:s,touched:a}){let l=i("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>r(Number(l.value)),
onchange:o,onfocus:a,onpointerdown:a}),c=i("input",{type:"text",class:"plg-box",inputmode:"decimal",autocomplete:"off","aria-label":`${e.label}${n}, exact value`,
"aria-describedby":`${t}-note`,onchange:()=>s(c.value),onfocus:a});return{inputs:[l,c],show:f=>{let p=Z(e,f);l.value=String(xe(e.positions,f)),l.setAttribute("a\
ria-valuetext",p),c.value=p}}}var at="This browser does not run the model, so the picture stays as it is. The notebook computes it.",ve="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",rn="The kernel computes this picture, so each move waits for it.",on="These values cannot be computed";function lt(e,{model:t}){let n,
r,o,s=!1,a=e.outcome;async function l(){try{if(t===void 0)throw new Error(ve);return n=await e.engine(),n.cell(t,{}),""}catch(p){return n=void 0,t!==void 0&&console.
warn(p),a?rn:t===void 0?ve:at}}async function c(p){return n&&t!==void 0?ct(n,t,p):a?a(p):{refused:t===void 0?ve:at}}async function g(){for(s=!0;o;){let{values:p,
heard:d}=o;await f.start();let u=await c(p);o?.values===p&&(o=void 0,d(u))}s=!1}let f={start(){return r??=l(),r},alive:()=>!!(n||a),at(p,d){if(n&&t!==void 0&&!s)
return d(ct(n,t,p));o={values:p,heard:d},s||g()}};return f}function ct(e,t,n){try{return{cell:e.cell(t,n)}}catch(r){console.error(r);let o=String(r instanceof Error?
r.message:r).trim().split(`
`);return{refused:`${on}: ${o[o.length-1]}.`}}}var ke=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function ut(e){let t=[e],n=!1,r=()=>t[t.length-1];return{begin(){n=!1},settle(o){ke(r().values,o.values)||(n&&
t.pop(),n=!0,(!t.length||!ke(r().values,o.values))&&t.push(o))},before:o=>ke(r().values,o)?t[t.length-2]:r(),undo(){if(n=!1,!(t.length<2))return t.pop(),r()}}}function pt(e,t,n,r){let{controls:o,spec:s}=n,a=Object.fromEntries(o.map(({name:m,value:b})=>[m,b])),l={...a},c={values:a,cell:n.cell},g=o[0].name,f=0,p=!1,d=!1,
u,h=ut(c),x=lt(t,n),$=i("p",{class:"plg-sentence",role:"status"},c.cell.sentence),S=n.measures.map((m,b)=>i("dd",{},c.cell.headline[b])),A=n.measures.map(()=>i(
"dd",{class:"plg-before"})),L=n.measures.map((m,b)=>i("div",{},i("dt",{},m),S[b],A[b])),{canvas:O,chart:E}=V(c.cell.sentence),C=Y(s,()=>P(c.cell.columns)),w=i("\
p",{class:"plg-engine",role:"status"}),y=m=>m?e.setAttribute("aria-busy","true"):e.removeAttribute("aria-busy"),k=()=>{let m=h.before(c.values);Ae.disabled=pe.disabled=
!m;let b=d?m:void 0;pe.setAttribute("aria-pressed",String(d)),A.forEach((M,Ne)=>{M.textContent=b?`before: ${b.cell.headline[Ne]}`:""}),u&&d?u.swap("before",b?P(
b.cell.columns):[]):u?.ghost&&u.swap("before",[])},N=()=>{if(r.ended)return;let{cell:m}=c;u?.swap("outcome",P(m.columns)),$.textContent=m.sentence,E.setAttribute(
"aria-label",m.sentence),S.forEach((b,M)=>{b.textContent=m.headline[M]}),C.fill(),k()},j={},U=()=>{for(let{name:m}of o)j[m].show(l[m])},W=()=>{for(let{note:m}of Object.
values(j))m.textContent=""},Q=(m,{cell:b,refused:M})=>{y(!1),b?(c={values:m,cell:b},p&&h.settle(c)):(j[g].note.textContent=M??"",Object.assign(l,c.values),U()),
p=!1,N()},bt=()=>{f=0;let m={...l};y(!0),x.at(m,b=>Q(m,b))},Oe=m=>{Object.assign(l,m),W();for(let b of Object.keys(m))j[b].show(l[b]);f||(f=requestAnimationFrame(
bt))},Se=()=>{p=!0,!(f||Object.keys(l).some(m=>l[m]!==c.values[m]))&&(h.settle(c),p=!1,k())},Ee=m=>{h.begin(),Oe(m),Se()},wt=()=>{let m=h.undo();m&&(c=m,Object.
assign(l,m.values),W(),U(),N())},yt=async()=>{d=!d;let m=h.before(c.values);if(d&&m&&s.layer&&u&&!u.ghost){u.end();let b=nt(s,P(m.cell.columns));u=await H(t,O,b,
c.cell.columns,r),u&&(u.ghost=!0)}N()},xt=m=>{let{name:b,positions:M}=m;return it(m,{moved:de=>{g=b,Oe({[b]:M[de]})},typed:de=>{g=b;let fe=ot(m,de);if("value"in
fe)return Ee({[b]:fe.value});W(),j[b].note.textContent=fe.refused,j[b].show(l[b])},settled:Se,touched:()=>{g=b,h.begin(),x.start()}})};for(let m of o)j[m.name]=
xt(m);let ue=(m,b)=>i("button",{type:"button",class:"plg-quiet",onclick:b},m),Ae=ue("Undo",wt),pe=ue("What changed?",yt),vt=ue("Start values",()=>Ee({...a}));return k(),
e.append(i("div",{class:"plg-stage"},i("div",{class:"plg-controls"},...o.map(({name:m})=>j[m].row)),i("dl",{class:"plg-headline"},...L),E,$,i("div",{class:"plg-\
foot"},C.details,Ae,pe,vt),w)),H(t,O,s,c.cell.columns,r).then(async m=>{if(u=m,c.values!==a&&N(),await se(),r.ended)return;let b=t.store&&await ie(t,s,n.cell.columns,
r);if(b&&t.store?.(b),w.textContent=await x.start(),!x.alive())for(let M of e.querySelectorAll(".plg-controls :is(input, select)"))M.toggleAttribute("disabled",
!0)})}function ae({edition:e},{solution:t}){return t?[i("details",{class:"plg-solution",open:e==="instructor"},i("summary",{},"The answer"),t)]:[]}var ce=(e,t)=>i("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),le=e=>e?"✓ Right. ":"✗ Not this. ";var $e="Finish",sn="Finished. What was right is told after the course, when you know more.";function dt(e,t,n,r){let o=i("p",{class:"plg-saved",role:"status"}),
s=i("button",{type:"submit"},$e),a=i("form"),l=n.questions.map((u,h,x)=>{let{body:$,read:S,show:A}=D(u).inputs(R("question"),u,r),L=i("div",{class:"plg-result"}),
O=i("div",{class:"plg-question"},ce(h,x),...$,L);O.addEventListener("change",()=>p(u,S()));let E=t.kept(u.name);return E!==void 0&&A(E),{place:O,question:u,read:S,
result:L}}),c=()=>l.flatMap(({read:u},h)=>u()===void 0?[h+1]:[]),g=u=>{o.textContent=`${l.length-c().length} of ${l.length} answered. ${u}`},f=async(u,h)=>{s.textContent=
$e;let x=await t.keep(u,h);return J(o,x),g(o.textContent??""),!x.refused},p=async(u,h)=>{let x={...u,verdicts:void 0};await f(x,h)&&X({lesson:n.lesson,question:u.
name,value:h,text:G(u,h)})},d=()=>{for(let h of a.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return g(
sn);let u=0;for(let{question:h,read:x,result:$}of l){let S=an(h,x(),$);$.dataset.correct=String(S),u+=Number(S)}g(`Finished: ${u} of ${l.length} right. Each que\
stion now says why.`)};a.addEventListener("submit",async u=>{u.preventDefault();let h=c();if(h.length&&s.textContent===$e)return s.textContent="Finish all the s\
ame",g(`Still open: ${h.join(", ")}.`);let x=l.length-h.length;await f({name:n.end,kind:"note",edition:n.endEdition},x)&&(X({lesson:n.lesson,question:n.end,value:x,
text:String(x)}),d())}),a.append(...l.flatMap(({place:u,question:h})=>[u,...ae(n,h)]),s,o),e.append(a),t.kept(n.end)===void 0?g(""):d()}function an(e,t,n){let r=t===
void 0?void 0:_(e,t),o=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(i("strong",{},r?le(r.correct):"Not answered."),r?.text??""),o&&!r?.correct&&n.
append(i("p",{},i("em",{},"Right: "),e.options[o.option]," ",o.text)),!!r?.correct}function ft(e,t,n,r){n.questions.forEach((o,s,a)=>{let l=cn(t,n,o,r);a.length>1&&l.prepend(ce(s,a)),e.append(l,...ae(n,o))})}function cn(e,t,n,r){let o=R("quest\
ion"),{locks:s}=n,a=i("div",{class:"plg-result",role:"status"}),l=i("p",{class:"plg-saved"}),c=i("button",{type:"submit"},s?"Commit":"Answer"),g=i("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":o}),{body:f,missing:p,read:d,show:u,tell:h,lock:x}=D(n).inputs(o,n,r),$=f[f.length-1];($.classList.contains("\
plg-entry")?$:g).append(c),g.prepend(...f),g.append(a,l);let S=L=>{if(s){for(let E of g.querySelectorAll("input, button, select"))E.toggleAttribute("disabled",!0);
x?.(),a.textContent="Committed. It is compared with the answer further down.";return}let O=_(n,L);O&&(a.replaceChildren(i("strong",{},le(O.correct)),O.text),h?.(
O,L),a.dataset.correct=String(O.correct))},A=e.kept(n.name);return A!==void 0&&(u(A),S(A)),g.addEventListener("submit",async L=>{L.preventDefault();let O=d();if(O===
void 0){a.textContent=p;return}c.disabled=!0,l.textContent="Saving …";let E=await e.keep(n,O);if(c.disabled=!1,J(l,E),E.refused&&s)return;let C=E.value??O,w=z(
C,O);if(w||u(C),S(C),E.refused)return;let y=s?void 0:_(n,C)?.correct,k=G(n,C);X({lesson:t.lesson,question:n.name,value:C,text:k,correct:y,kept:w})}),g}function mt(e,t,n,r){let{question:o,spec:s,columns:a}=n,l=i("p",{class:"plg-waiting"},n.waiting);e.append(l);let c=!1,g=async d=>{if(c)return;c=!0;let u=(d===void 0?
void 0:_(o,d))?.text??n.truth,{canvas:h,chart:x}=V(`${n.description} ${u}`),$=Y(s,()=>P(a));e.replaceChildren(i("p",{class:"plg-sentence",role:"status"},u),x,i(
"div",{class:"plg-foot"},$.details));let S=await H(t,h,s,a,r),A=d===void 0?void 0:Ve(o,d);A&&S?.swap("prediction",A)};ee(r,n.lesson,d=>{d.question===o.name&&g(d.
value)});let f=async()=>{await se();let d=r.ended?void 0:await ie(t,s,a,r);d&&t.store?.(d)};t.store&&f();let p=t.kept(o.name);if(p!==void 0)return g(p);if(t.skippable){
let d=()=>g(void 0);l.append(" ",i("button",{type:"button",class:"plg-quiet",onclick:d},"Show it without"))}}function gt(e,t,n,r){let o=R("notes"),s=i("textarea",{id:o,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let a=i("p",{class:"plg-saved",role:"st\
atus"}),l=i("p",{}),c=[],g=async()=>{a.textContent="Saving …";let f=await t.takeHome(s.value);J(a,f);for(let u of c)u();let p=(f.files??[]).map(([u,h])=>({name:u,
...r.url(new Blob([je(h)]))}));c=p.map(({end:u})=>u);let d=({name:u="",href:h=""})=>i("a",{class:"plg-download",href:h,download:u},`Download ${u}`);l.replaceChildren(
...p.flatMap(u=>[d(u)," "]))};e.append(i("label",{for:o,class:"plg-ask"},"My notes"),s,i("p",{},i("button",{type:"button",onclick:g},"Save my page")),a,l)}var ln="This part of the page could not be drawn. Load the page again; the other parts work.",un={explorer:pt,questions:ft,paper:dt,reveal:mt,answers:Ze,takehome:gt,
chart:et};function pn(e,t){let n=t instanceof Error?t.message:String(t);e.append(i("p",{class:"plg plg-note",role:"alert"},`${ln} (${n})`))}function ht(e,t,n,r){
let o=i("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});De(o,r),e.append(o);let s=a=>{console.error(a),o.replaceChildren(),pn(o,a)};try{Promise.
resolve(un[n.kind](o,t,n,r)).catch(s)}catch(a){s(a)}}function dn({model:e,el:t}){let n=new q,r=e.get("payload");return t.toggleAttribute("data-plgkit-stored",!!e.get("stored")),ht(t,Ce(e,r,n),r,n),()=>{n.end(),t.replaceChildren()}}
var _o={render:dn};export{_o as default};
