function Me(e){let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var we=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function De(e){let t=URL.createObjectURL(new Blob([await we(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var Ue=globalThis;Ue.plgkitShared??={};var v=Ue.plgkitShared;v.ids??=0;v.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};v.drawing??=Promise.resolve();
function I(e){return v.ids+=1,`plg-${e}-${v.ids}`}var Mt=4*1024*1024,Dt=10,Ut=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function We(e,t){v.engines??=new Map;let n=v.engines.get(e);return n||(n=Wt(t),v.engines.set(e,n)),n}async function Wt(e){if(typeof WebAssembly>"u")throw new Error(
"this browser runs no WebAssembly");let t=new Uint8Array(await we(await e()).arrayBuffer()),n=t.indexOf(Dt),{loader:r,models:o}=JSON.parse(new TextDecoder().decode(
t.subarray(0,n))),s=URL.createObjectURL(new Blob([r],{type:"text/javascript"})),a=URL.createObjectURL(new Blob([t.subarray(n+1)],{type:"application/wasm"}));try{
let{loadMicroPython:c}=await import(s),l=await c({heapsize:Mt,url:a});for(let d of["/lib","/lib/plgkit","/lib/plgkit/models"])l.FS.mkdir(d);l.FS.writeFile("/lib\
/plgkit/__init__.py","");for(let[d,p]of Object.entries(o))l.FS.writeFile(`/lib/plgkit/models/${d}`,p);l.runPython(Ut);let f=l.globals.get("answer");return{cell:(d,p)=>JSON.
parse(f(d,JSON.stringify(p)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(a)}}var _e=15e3,Pe=200,Pt="The kernel does not answer. Run all cells again to wake it.";function Be(e,t,n){let r=Bt(e,n);return{skippable:!1,vega(){return v.vega??=
_t(e.widget_manager,e.get("library")).then(o=>De(o.get("gzip"))).catch(o=>{throw v.vega=void 0,o}),v.vega},async engine(){let o=await e.widget_manager.get_model(
e.get("interpreter"));return We(o.get("digest"),async()=>o.get("gzip"))},store:e.get("stored")?o=>e.send({want:"store",picture:o,id:I("ask")}):void 0,outcome:o=>r(
{want:"outcome",state:o}),keep:(o,s)=>r({want:"keep",question:o.name,value:s}),takeHome:o=>r({want:"take home",notes:o}),kept:o=>t.answers?.[o],rows:()=>t.rows,
unreadable:()=>t.unreadable,journal:()=>r({want:"journal"})}}async function _t(e,t){for(let n=0;;n+=Pe){try{return await e.get_model(t)}catch(r){if(n>=_e)throw r}
await new Promise(r=>setTimeout(r,Pe))}}function Bt(e,t){let n=new Map,r=o=>{n.get(o.id)?.(o),o.done&&n.delete(o.id)};return e.on("msg:custom",r),t.begin("liste\
ners",()=>e.off("msg:custom",r)),(o,s)=>new Promise(a=>{let c=I("ask"),l=()=>a({refused:Pt}),f=t.later(_e,l),d={};n.set(c,p=>{f(),s?.(p),Object.assign(d,p),p.done&&
a(d)});try{e.send({...o,id:c})}catch{l()}})}var ne=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};v.live[t]+=1;let r=()=>{this.#e.delete(r)&&(v.live[t]-=1,n())};return this.#e.add(r),
r}listen(t,n,r){return t.addEventListener(n,r),this.begin("listeners",()=>t.removeEventListener(n,r))}resized(t,n){let r=new ResizeObserver(n);return r.observe(
t),this.begin("observers",()=>r.disconnect())}later(t,n){let r=setTimeout(()=>{o(),n()},t),o=this.begin("timers",()=>clearTimeout(r));return o}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};function i(e,t={},...n){let r=document.createElement(e);for(let[o,s]of Object.entries(t))o.startsWith("on")?r.addEventListener(o.slice(2),s):s!==void 0&&s!==!1&&
r.setAttribute(o,s===!0?"":s);return r.append(...n),r}var z=(e,t)=>i("button",{type:"button",class:"plg-quiet",onclick:t},e);function K(e,t={}){let n=document.createElementNS(
"http://www.w3.org/2000/svg",e);for(let[r,o]of Object.entries(t))n.setAttribute(r,String(o));return n}function G(e,t){e.textContent=t.refused??t.saved??"",e.dataset.
refused=String(!!t.refused)}var Ht="data-lm-suppress-shortcuts",Fe=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function He(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(Ht,Fe(e))}function Je(e,t){e.addEventListener("keydown",n=>Fe(n)&&n.stopPropagation()),v.live.guards===0&&(addEventListener("keydown",
He,!0),v.unguard=()=>removeEventListener("keydown",He,!0)),t.begin("guards",()=>{v.live.guards===0&&v.unguard?.()})}var ze="plgkit:answered",ee=e=>document.dispatchEvent(new CustomEvent(ze,{detail:e}));function re(e,t,n){e.listen(document,ze,({detail:r})=>{r.lesson===t&&n(r)})}function R(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let r=Number(n.toExponential().split(
"e")[1]),o=Math.min(300,Math.max(0,t-1-r)),s=String(BigInt(Math.round(n*+`1e${o}`))).padStart(o+1,"0"),a=s.slice(0,s.length-o).replace(/\B(?=(\d{3})+$)/g,","),c=s.
slice(s.length-o).replace(/0+$/,""),l=c?`${a}.${c}`:a;return e<0&&l!=="0"?`−${l}`:l}var oe=10,Ke=({low:e,high:t})=>`a number between ${R(e,oe)} and ${R(t,oe)}`,ye=e=>e.slice(0,16).replace("T"," ");var Ft=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function Jt(e){let[,t="",n="",r=""]=e.match(Ft)??[e,"",e,""];return{before:t,ask:n,after:r}}
function M(e){let{before:t,ask:n,after:r}=Jt(e),o=s=>i("span",{class:"plg-situation"},s);return[...t?[o(t)," "]:[],n,...r?[" ",o(r)]:[]]}var Ge={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(o=>{let s=i(
"input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),a=i("label",{for:s.id},t.options[o]);return{radio:s,row:i("div",{class:"plg-option"},s,a)}}),r=i("legend",
{id:e},...M(t.ask));return{body:[i("fieldset",{},r,...n.map(({row:o})=>o))],missing:"Choose one of the answers first.",read(){let o=n.find(({radio:s})=>s.checked);
return o&&Number(o.radio.value)},show(o){let s=n.find(({radio:a})=>Number(a.value)===o);s&&(s.radio.checked=!0)}}}};var Y=(e,t)=>JSON.stringify(e)===JSON.stringify(t),B=(e,t)=>e.low<=t&&t<=e.high,se=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(r=>Number.isInteger(r)&&r>=0&&
r<n);var V=240,zt=560,Kt=240,[ie,xe,ae,ve]=[62,16,14,34],Ye=[0,1,2,3,4],Gt=4,Yt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Ve({
at:e,top:t,xTitle:n,yTitle:r},o){let s=e.map(()=>null),a=zt,c=!1,l=x=>ie+(a-ie-xe)*(e[x]-e[0])/(e[e.length-1]-e[0]),f=x=>ae+(V-ve-ae)*(1-x/t),d=K("svg",{class:"\
plg-drawing",role:"group","aria-label":`${r}, by ${n}`}),p=(x,w)=>{let O=K("text",w);return O.textContent=x,d.append(O),O},m=Ye.map(x=>{let w=t*x/(Ye.length-1);
p(R(w),{x:ie-8,y:f(w)+4,"text-anchor":"end"});let O=K("line",{x1:ie,y1:f(w),y2:f(w),class:"plg-grid"});return d.append(O),O}),u=e.map(x=>p(String(x),{y:V-ve+18,
"text-anchor":"middle"})),h=p(n,{y:V-2,"text-anchor":"end"}),y=K("polyline",{class:"plg-line"}),k=e.map((x,w)=>{let L={"aria-label":`${r} at ${n} ${x}`,"aria-va\
luemin":0,"aria-valuemax":t},J=K("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...L});return J.addEventListener("keydown",D=>{let W=Yt[D.key];!W||c||(D.
preventDefault(),N(w,(s[w]??s[w-1]??0)+W*t/100))}),J});d.append(y,...k);let S=()=>{k.forEach((w,O)=>{let L=s[O];w.setAttribute("cx",String(l(O))),w.setAttribute(
"cy",String(f(L??0))),w.classList.toggle("plg-unset",L===null),w.setAttribute("aria-valuenow",String(L??0)),w.setAttribute("aria-valuetext",L===null?"not drawn \
yet":R(L))});let x=s.flatMap((w,O)=>w===null?[]:[`${l(O)},${f(w)}`]);y.setAttribute("points",x.join(" "))},N=(x,w)=>{s[x]=Math.min(t,Math.max(0,Number(w.toPrecision(
Gt)))),S()},j=()=>{a=Math.max(Kt,d.clientWidth||a),d.setAttribute("viewBox",`0 0 ${a} ${V}`);for(let x of m)x.setAttribute("x2",String(a-xe));u.forEach((x,w)=>{
x.setAttribute("x",String(l(w)))}),h.setAttribute("x",String(a-xe)),S()};o.resized(d,j);let $=!1,A=x=>{if(!$||c)return;let w=d.getBoundingClientRect(),O=(x.clientX-
w.left)/w.width*a,L=(x.clientY-w.top)/w.height*V,J=e.reduce((D,W,C)=>Math.abs(l(C)-O)<Math.abs(l(D)-O)?C:D,0);N(J,t*(1-(L-ae)/(V-ve-ae)))};return d.addEventListener(
"pointerdown",x=>{$=!0,d.setPointerCapture(x.pointerId),A(x)}),d.addEventListener("pointermove",A),d.addEventListener("pointerup",()=>{$=!1}),j(),{svg:d,heights:s,
show:S,lock:()=>{c=!0;for(let x of k)x.setAttribute("aria-disabled","true")}}}var Vt="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",Xe=e=>e[e.length-1],Ze={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(r=>typeof r=="number"&&B({low:0,high:t},r)),fits:(e,t)=>B(e,Xe(t)),words:(e,t)=>R(Xe(t)),overlay:({at:e},t)=>t.map((n,r)=>({x:e[r],prediction:n})),
inputs(e,t,n){let{svg:r,heights:o,show:s,lock:a}=Ve(t,n),c=i("p",{class:"plg-unit"},Vt);return{body:[i("p",{id:e,class:"plg-ask"},...M(t.ask)),c,r],missing:"Dra\
w the whole line: every point counts.",read:()=>o.includes(null)?void 0:[...o],show(l){o.splice(0,o.length,...l),s()},lock:a}}};var qe={accepts:(e,t)=>typeof t=="number"&&B(e,t),fits:B,words:(e,t)=>R(t,oe),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=i("input",{type:"number",step:"a\
ny",id:`${e}-box`,"aria-describedby":`${e}-unit`}),r=i("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[i("label",{id:e,for:n.id,class:"plg-ask"},...M(
t.ask)),i("div",{class:"plg-entry"},n,r)],missing:`Give ${Ke(t)}.`,read(){let o=Number(n.value);return n.value.trim()!==""&&B(t,o)?o:void 0},show(o){n.value=String(
o)}}}};var Qe={accepts:({items:e},t)=>se(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>Y(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((p,m)=>m),r=!1,o=i("ol",{class:"plg-ranking","aria-labelledby":e}),s=(p,m)=>{r=!0,n.splice(m,0,...n.splice(p,1)),l();let[u,h]=o.children[m].querySelectorAll(
"button"),[y,k]=m<p?[u,h]:[h,u];(y.disabled?k:y).focus()},a=(p,m,u,h="")=>{let y=p+m<0||p+m>=n.length,k=`${t.items[n[p]]}: ${h}`;return i("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:y,"aria-label":k},onclick:()=>s(p,p+m)},u)},c=(p,m)=>i("li",{},i("span",{},t.items[p]),a(m,-1,"↑","up"),a(m,1,"↓","down")),
l=()=>o.replaceChildren(...n.map(c)),f=()=>{r=!0};l();let d=i("button",{type:"button",class:"plg-quiet",onclick:f},"I keep this order");return{body:[i("p",{id:e,
class:"plg-ask"},...M(t.ask)),o,d],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>r?[...n]:void 0,show(p){n=[...p],r=!0,l()}}}};var et=({cards:e})=>e.map(({pile:t})=>t),tt={accepts:(e,t)=>se(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||Y(et(e),t),words({verdicts:[e]},t){return`${et(
e).filter((r,o)=>r===t[o]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((r,o)=>{let s=i("select",{id:`${e}-${o}`},i("option",{value:""},"…"));s.append(
...t.piles.map((l,f)=>i("option",{value:f},l)));let a=i("p",{class:"plg-reason"});return{card:i("li",{},i("label",{for:s.id},r),s,a),pile:s,reason:a}});return{body:[
i("p",{id:e,class:"plg-ask"},...M(t.ask)),i("ol",{class:"plg-cards"},...n.map(({card:r})=>r))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:r})=>r.
value==="")?void 0:n.map(({pile:r})=>Number(r.value)),show(r){r.forEach((o,s)=>{n[s].pile.value=String(o)})},tell(r,o){n.forEach(({reason:s},a)=>{let c=r.cards[a].
pile===o[a];s.dataset.correct=String(c),s.textContent=`${c?"✓":"✗"} ${r.cards[a].reason}`})}}}};var Xt={choice:Ge,number:qe,ranking:Qe,drawing:Ze,sorting:tt},U=e=>Xt[e.form];var nt=(e,t)=>e!==void 0&&U(e).accepts(e,t),X=(e,t)=>U(e).words(e,t);function P(e,t){if(!e.verdicts||!nt(e,t))return;let{fits:n}=U(e),r=e.verdicts.find(o=>n(o,t));
return r&&{...r,text:r.text.replaceAll("{given}",X(e,t))}}var rt=(e,t)=>U(e).overlay?.(e,t);function ot(e,t,n,r,o){return[t,e[n]??n,r,o===void 0?"":o?"yes":"no"]}function Zt(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([a])=>s[a]!==null)).map(s=>Object.fromEntries(t.
map(([a,c])=>[c,s[a]]))):e}function qt(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):R(e,Number.isInteger(e)?15:5)}function ke(e){let t=Object.keys(
e[0]??{}),n=t.map(o=>i("th",{scope:"col"},o)),r=e.map(o=>i("tr",{},...t.map(s=>i("td",{"data-label":s},qt(o[s],s)))));return i("table",{},i("thead",{},i("tr",{},
...n)),i("tbody",{},...r))}function Z(e,t){let n=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),r=i("summary",{},"The numbers as\
 a table"),o=i("details",{class:"plg-table"},r,n),s=()=>{o.open&&n.replaceChildren(ke(Zt(t(),e.usermeta?.table)))};return o.addEventListener("toggle",s),{details:o,
fill:s}}var Qt=15e3;function st(e,t,n,r){let o=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=i("p",{class:"plg-note",role:"alert"}),
c=i("button",{type:"button",class:"plg-quiet",onclick:async()=>{let p=await t.journal();if(s.textContent=p.refused??"",p.refused)return;let{href:m,end:u}=r.url(
new Blob([p.text??""],{type:"application/jsonl"}));i("a",{href:m,download:n.file}).click(),r.later(Qt,u)}},"Download my answers"),l=[...t.rows()],f=()=>{let p=l.
map(m=>Object.fromEntries(n.headings.map((u,h)=>[u,m[h]])));o.replaceChildren(l.length?ke(p):"No answer yet.")};re(r,n.lesson,({question:p,text:m,correct:u,kept:h})=>{
h!==!1&&(l.push(ot(n.labels,ye(new Date().toISOString()),p,m,u)),f())}),f();let d=t.unreadable().map(p=>i("p",{class:"plg-note"},p));e.append(o,i("p",{},c),s,...d)}var en=100,$e=65,it=280,tn=120,nn=640;function _(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,r)=>Object.fromEntries(t.map(o=>[o,e[o][r]])))}function q(e){
let t=i("div",{class:"plg-canvas","aria-hidden":"true"}),n=i("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var rn=()=>new Promise(
e=>{requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,en)});async function Q(){await v.drawing,await new Promise(e=>("requestIdleCallback"in window?requestIdleCallback:
setTimeout)(e))}function H(e,t,n,r,o){t.style.minHeight=`${Oe(t,n.height,$e)+$e}px`;let s=v.drawing.then(()=>at(e,t,n,r,o)),a=()=>(t.style.minHeight="",rn());return v.
drawing=s.then(a,a),s}async function ce(e,t,n,r){let o=await at(e,i("div"),t,n,r),s=o&&await o.png();return o?.end(),s}function Oe(e,t,n){let r=Number.parseFloat(
getComputedStyle(e).maxHeight)-n;return r<t?Math.max(tn,r):t}async function at(e,t,n,r,o){let s=await e.vega();if(o.ended)return;let a=Math.max(it,t.clientWidth||
nn),c=Oe(t,n.height,$e),l={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:_(r),...n.datasets},autosize:{type:"fit-x",contains:"\
padding"},width:a,height:c,config:{...n.config,aria:!1}},{view:f,finalize:d}=await s(t,l,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"}),p=o.begin("views",
d),m=async()=>{let h=Math.max(it,t.clientWidth),y=Number(t.querySelector("svg")?.getAttribute("height"))-c,k=Oe(t,n.height,y);!t.clientWidth||Math.abs(h-a)<=1&&
Math.abs(k-c)<=1||([a,c]=[h,k],await f.width(a).height(c).runAsync())},u=o.resized(t,m);if(await m(),!o.ended)return{swap:(h,y)=>f.data(h,y).runAsync(),png:async()=>(await f.
toImageURL("png")).split(",")[1],end(){u(),p()}}}function ct(e,t,{title:n,spec:r,columns:o},s){let{canvas:a,chart:c}=q(n);if(e.append(c),r.usermeta?.table){let[l]=Object.values(r.datasets);e.append(i("div",{class:"\
plg-foot"},Z(r,()=>l).details))}return H(t,a,r,o,s)}var Se={"":0,k:3,m:6},on=/^(?:\d+(?:\.\d*)?|\.\d+)$/,sn=/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,an=/^\d+,\d+$/;function F(e,t){let{before:n="",after:r=""}=e,[o,s]=Math.
abs(t).toExponential().split("e"),a=t&&e.quantity==="share"?2:0,c=fn(o.replace(".",""),Number(s)+1+a);return`${t<0?"−":""}${n}${c}${r}`}function le(e,t){let n={
refused:`${e.label}: give ${cn(e)}.`},r=un(e,t).filter(s=>ln(e,s));if(r.length===0)return n;if(r.length===1)return{value:r[0]};let o=r.map(s=>F(e,s)).join(" or ");
return{refused:`${e.label}: this can mean ${o}; say which.`}}function cn(e){let t=`between ${F(e,Number(e.low))} and ${F(e,Number(e.high))}`,n=`5 means ${e.before}\
5${e.after}`;return e.quantity==="share"?`a share ${t} (${n})`:e.quantity==="money"?`an amount ${t}${e.size?` (${n})`:""}`:ut(e)?`a whole number ${t}`:`a number\
 ${t}`}var ut=({kind:e,quantity:t})=>e==="whole"||t==="people",ln=(e,t)=>Number(e.low)<=t&&t<=Number(e.high)&&(!ut(e)||Number.isInteger(t));function un(e,t){let[
,n,r]=/^([-−–+]?)(.*)$/.exec(lt(t)),o=n!==""&&n!=="+",s=(d,p)=>dn(d,p,o);if(e.quantity==="share"){if(r.endsWith("%"))return s(r.slice(0,-1),-2);let[d]=s(r,-2);
return 0<d&&d<.01?[d,...s(r,0)]:s(r,-2)}if(e.quantity!=="money")return s(r,0);let{amount:a,size:c,named:l}=pn(r,lt(e.currency)),f=Se[e.size];return c!==""?s(a,Se[c]-
f):l&&f?[...s(a,0),...s(a,-f)]:s(a,0)}var lt=e=>e.trim().toLowerCase().replace(/(\d)[\s'’](?=\d{3}(?!\d))/g,"$1").replace(/(\D)\s+/g,"$1").replace(/\s+(?=\D)/g,
"");function pn(e,t){let n=Object.keys(Se).flatMap(r=>[{before:r+t,after:"",size:r,named:!0},{before:t,after:r,size:r,named:!0},{before:"",after:t+r,size:r,named:!0},
{before:"",after:r+t,size:r,named:!0},{before:"",after:r,size:r,named:!1}]);for(let{before:r,after:o,size:s,named:a}of n){let c=e.slice(r.length,e.length-o.length);
if(e===r+c+o&&/^[\d.,]/.test(c)&&/[\d.,]$/.test(c))return{amount:c,size:s,named:a}}return{amount:"",size:"",named:!1}}function dn(e,t,n){let r=sn.test(e)?e.replaceAll(
",",""):an.test(e)?e.replace(",","."):e;if(!on.test(r))return[];let o=+`${r}e${t}`;return Number.isFinite(o)?[n?-o:o]:[]}function fn(e,t){let n=e.padStart(e.length+
Math.max(0,1-t),"0").padEnd(t,"0"),r=Math.max(1,t),o=n.slice(0,r).replace(/\B(?=(\d{3})+$)/g,","),s=n.slice(r).replace(/0+$/,"");return s?`${o}.${s}`:o}var mn=e=>e.replace(/^#/,"").replace(/(?:%[0-9a-f]{2})+/gi,t=>{try{return decodeURIComponent(t)}catch{return t}});function pt(e,t){if(!e.includes("="))return;let n={},
r=[];for(let o of e.replace(/^#/,"").split("&")){let[s,a=""]=o.split(/=(.*)/s).map(mn),c=t.find(f=>f.name===s);if(!c){r.push(`The address sets ${s}; here it can\
 set ${t.map(f=>f.name).join(", ")}.`);continue}let l=c.kind==="choice"||c.kind==="flag"?gn(c,a):le(c,a);"value"in l?n[s]=l.value:r.push(`The address says ${s}=${a}\
. ${l.refused}`)}return{values:n,refused:r}}function dt(e,t){let r=e.filter(({name:o,value:s})=>t[o]!==s).map(o=>{let s=encodeURIComponent(te(o,t[o.name])).replaceAll(
"%25","%");return`${o.name}=${s}`});return r.length?`#${r.join("&")}`:""}function te(e,t){return e.kind==="flag"?t?"yes":"no":e.kind==="choice"?t:F(e,t)}function gn(e,t){
let n=e.positions.find(o=>te(e,o)===t),r=e.positions.map(o=>te(e,o)).join(" or ");return n===void 0?{refused:`${e.label}: give ${r}.`}:{value:n}}var hn=["opacity","strokeOpacity","fillOpacity","tooltip"];function ft({layer:e,mark:t,encoding:n={},data:r,params:o,name:s,...a}){if(r&&r.name!=="outcome")return[];
let c=Object.fromEntries(Object.entries(n).filter(([f])=>!hn.includes(f)));if(e)return[{...a,encoding:c,layer:e.flatMap(ft)}];let l=t.type?t:{type:t};return l.type===
"text"||l.opacity===0?[]:[{...a,encoding:c,mark:{...l,opacity:.3*(l.opacity??1),tooltip:null}}]}function mt(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(ft)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}function gt({address:e},t,{root:n,state:r,open:o,note:s},a){if(!e)return[];let c=()=>{let d=pt(e.hash(),t);d&&(Object.keys(d.values).length&&o(d.values),s.textContent=
d.refused.join(" "),n.scrollIntoView({behavior:"instant"}))};a.listen(window,"hashchange",c),Q().then(c);let l=i("span",{class:"plg-copied",role:"status"});return[
z("Copy address",async()=>l.replaceChildren(await e.copy(dt(t,r)))),l]}function Ee(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(r=>Math.abs(Number(r)-t));return n.indexOf(Math.min(...n))}function ht(e,t){let n=I("control"),r=e.unit?` (${e.unit.replace(/^share\b/,"%")})`:"",o=i("label",{for:n,class:"plg-label",title:e.help},e.label);r&&o.append(i(
"span",{class:"plg-unit"},r));let s=i("p",{class:"plg-note",role:"alert",id:`${n}-note`}),a=e.kind==="choice"||e.kind==="flag",{inputs:c,show:l}=a?bn(e,n,t):wn(
e,n,r,t);return l(e.value),{row:i("div",{class:"plg-control"},o,...c,s),show:l,note:s}}function bn(e,t,{moved:n,settled:r,touched:o}){let s=i("select",{id:t,autocomplete:"\
off",onchange(){o(),n(s.selectedIndex),r()},onfocus:o}),a=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...a.map(l=>i("option",{},String(l)))),{inputs:[
s],show:l=>{s.selectedIndex=Ee(e.positions,l)}}}function wn(e,t,n,{moved:r,settled:o,typed:s,touched:a}){let c=i("input",{type:"range",id:t,min:0,max:e.positions.
length-1,step:1,autocomplete:"off",oninput:()=>r(Number(c.value)),onchange:o,onfocus:a,onpointerdown:a}),l=i("input",{type:"text",class:"plg-box",inputmode:"dec\
imal",autocomplete:"off","aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}-note`,onchange:()=>s(l.value),onfocus:a});return{inputs:[c,l],show:d=>{
let p=F(e,d);c.value=String(Ee(e.positions,d)),c.setAttribute("aria-valuetext",p),l.value=p}}}var bt="This browser does not run the model, so the picture stays as it is. The notebook computes it.",Ae="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",yn="The kernel computes this picture, so each move waits for it.",xn="These values cannot be computed";function yt(e,{model:t}){let n,
r,o,s=!1,a=e.outcome;async function c(){try{if(t===void 0)throw new Error(Ae);return n=await e.engine(),n.cell(t,{}),""}catch(p){return n=void 0,t!==void 0&&console.
warn(p),a?yn:t===void 0?Ae:bt}}async function l(p){return n&&t!==void 0?wt(n,t,p):a?a(p):{refused:t===void 0?Ae:bt}}async function f(){for(s=!0;o;){let{values:p,
heard:m}=o;await d.start();let u=await l(p);o?.values===p&&(o=void 0,m(u))}s=!1}let d={start(){return r??=c(),r},alive:()=>!!(n||a),at(p,m){if(n&&t!==void 0&&!s)
return m(wt(n,t,p));o={values:p,heard:m},s||f()}};return d}function wt(e,t,n){try{return{cell:e.cell(t,n)}}catch(r){console.error(r);let o=String(r instanceof Error?
r.message:r).trim().split(`
`);return{refused:`${xn}: ${o[o.length-1]}.`}}}var Ne=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function xt(e){let t=[e],n=!1,r=()=>t[t.length-1];return{begin(){n=!1},settle(o){Ne(r().values,o.values)||(n&&
t.pop(),n=!0,(!t.length||!Ne(r().values,o.values))&&t.push(o))},before:o=>Ne(r().values,o)?t[t.length-2]:r(),undo(){if(n=!1,!(t.length<2))return t.pop(),r()}}}function vt(e,t,n,r){let{controls:o,spec:s}=n,a=Object.fromEntries(o.map(({name:g,value:b})=>[g,b])),c={...a},l={values:a,cell:n.cell},f=o[0].name,d=0,p=!1,m=!1,
u,h=xt(l),y=yt(t,n),k=i("p",{class:"plg-sentence",role:"status"},l.cell.sentence),S=n.measures.map((g,b)=>i("dd",{},l.cell.headline[b])),N=n.measures.map(()=>i(
"dd",{class:"plg-before"})),j=n.measures.map((g,b)=>i("div",{},i("dt",{},g),S[b],N[b])),{canvas:$,chart:A}=q(l.cell.sentence),T=Z(s,()=>_(l.cell.columns)),x=i("\
p",{class:"plg-engine",role:"status"}),w=i("p",{class:"plg-note",role:"alert"}),O=i("p",{class:"plg-change",role:"status"}),L=g=>g?e.setAttribute("aria-busy","t\
rue"):e.removeAttribute("aria-busy"),J=g=>`${o.filter(({name:E})=>g[E]!==l.values[E]).map(E=>`${E.label} ${te(E,g[E.name])}`).join(", ")}.`,D=()=>{let g=h.before(
l.values);Re.disabled=ge.disabled=!g;let b=m?g:void 0;ge.setAttribute("aria-pressed",String(m)),N.forEach((E,Te)=>{E.textContent=b?`before: ${b.cell.headline[Te]}`:
""}),O.textContent=b?`Before: ${J(b.values)}`:"",u&&m?u.swap("before",b?_(b.cell.columns):[]):u?.ghost&&u.swap("before",[])},W=()=>{if(r.ended)return;let{cell:g}=l;
u?.swap("outcome",_(g.columns)),k.textContent=g.sentence,A.setAttribute("aria-label",g.sentence),S.forEach((b,E)=>{b.textContent=g.headline[E]}),T.fill(),D()},C={},
Le=()=>{for(let{name:g}of o)C[g].show(c[g])},fe=()=>{w.textContent="";for(let{note:g}of Object.values(C))g.textContent=""},At=(g,{cell:b,refused:E})=>{L(!1),b?(l=
{values:g,cell:b},p&&h.settle(l)):(C[f].note.textContent=E??"",Object.assign(c,l.values),Le()),p=!1,W()},Nt=()=>{d=0;let g={...c};L(!0),y.at(g,b=>At(g,b))},Ce=g=>{
Object.assign(c,g),fe();for(let b of Object.keys(g))C[b].show(c[b]);d||(d=requestAnimationFrame(Nt))},Ie=()=>{p=!0,!(d||Object.keys(c).some(g=>c[g]!==l.values[g]))&&
(h.settle(l),p=!1,D())},me=g=>{h.begin(),Ce(g),Ie()},jt=()=>{let g=h.undo();g&&(l=g,Object.assign(c,g.values),fe(),Le(),W())},Lt=async()=>{m=!m;let g=h.before(l.
values);if(m&&g&&s.layer&&u&&!u.ghost){u.end();let b=mt(s,_(g.cell.columns));u=await H(t,$,b,l.cell.columns,r),u&&(u.ghost=!0)}W()},Ct=g=>{let{name:b,positions:E}=g;
return ht(g,{moved:he=>{f=b,Ce({[b]:E[he]})},typed:he=>{f=b;let be=le(g,he);if("value"in be)return me({[b]:be.value});fe(),C[b].note.textContent=be.refused,C[b].
show(c[b])},settled:Ie,touched:()=>{f=b,h.begin(),y.start()}})};for(let g of o)C[g.name]=Ct(g);let Re=z("Undo",jt),ge=z("What changed?",Lt),It=z("Start values",
()=>me({...a})),Rt=gt(t,o,{root:e,state:c,open:g=>me({...a,...g}),note:w},r),Tt=[Re,ge,It,...Rt];return D(),e.append(i("div",{class:"plg-stage"},i("div",{class:"\
plg-controls"},...o.map(({name:g})=>C[g].row)),i("dl",{class:"plg-headline"},...j),A,k,i("div",{class:"plg-foot"},T.details,i("div",{class:"plg-actions"},...Tt)),
O,w,x)),H(t,$,s,l.cell.columns,r).then(async g=>{if(u=g,l.values!==a&&W(),await Q(),r.ended)return;let b=t.store&&await ce(t,s,n.cell.columns,r);if(b&&t.store?.(
b),x.textContent=await y.start(),!y.alive())for(let E of e.querySelectorAll(".plg-controls :is(input, select)"))E.toggleAttribute("disabled",!0)})}function ue({edition:e},{solution:t}){return t?[i("details",{class:"plg-solution",open:e==="instructor"},i("summary",{},"The answer"),t)]:[]}var pe=(e,t)=>i("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),de=e=>e?"✓ Right. ":"✗ Not this. ";var je="Finish",vn="Finished. What was right is told after the course, when you know more.";function kt(e,t,n,r){let o=i("p",{class:"plg-saved",role:"status"}),
s=i("button",{type:"submit"},je),a=i("form"),c=n.questions.map((u,h,y)=>{let{body:k,read:S,show:N}=U(u).inputs(I("question"),u,r),j=i("div",{class:"plg-result"}),
$=i("div",{class:"plg-question"},pe(h,y),...k,j);$.addEventListener("change",()=>p(u,S()));let A=t.kept(u.name);return A!==void 0&&N(A),{place:$,question:u,read:S,
result:j}}),l=()=>c.flatMap(({read:u},h)=>u()===void 0?[h+1]:[]),f=u=>{o.textContent=`${c.length-l().length} of ${c.length} answered. ${u}`},d=async(u,h)=>{s.textContent=
je;let y=await t.keep(u,h);return G(o,y),f(o.textContent??""),!y.refused},p=async(u,h)=>{let y={...u,verdicts:void 0};await d(y,h)&&ee({lesson:n.lesson,question:u.
name,value:h,text:X(u,h)})},m=()=>{for(let h of a.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return f(
vn);let u=0;for(let{question:h,read:y,result:k}of c){let S=kn(h,y(),k);k.dataset.correct=String(S),u+=Number(S)}f(`Finished: ${u} of ${c.length} right. Each que\
stion now says why.`)};a.addEventListener("submit",async u=>{u.preventDefault();let h=l();if(h.length&&s.textContent===je)return s.textContent="Finish all the s\
ame",f(`Still open: ${h.join(", ")}.`);let y=c.length-h.length;await d({name:n.end,kind:"note",edition:n.endEdition},y)&&(ee({lesson:n.lesson,question:n.end,value:y,
text:String(y)}),m())}),a.append(...c.flatMap(({place:u,question:h})=>[u,...ue(n,h)]),s,o),e.append(a),t.kept(n.end)===void 0?f(""):m()}function kn(e,t,n){let r=t===
void 0?void 0:P(e,t),o=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(i("strong",{},r?de(r.correct):"Not answered."),r?.text??""),o&&!r?.correct&&n.
append(i("p",{},i("em",{},"Right: "),e.options[o.option]," ",o.text)),!!r?.correct}function $t(e,t,n,r){n.questions.forEach((o,s,a)=>{let c=$n(t,n,o,r);a.length>1&&c.prepend(pe(s,a)),e.append(c,...ue(n,o))})}function $n(e,t,n,r){let o=I("quest\
ion"),{locks:s}=n,a=i("div",{class:"plg-result",role:"status"}),c=i("p",{class:"plg-saved"}),l=i("button",{type:"submit"},s?"Commit":"Answer"),f=i("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":o}),{body:d,missing:p,read:m,show:u,tell:h,lock:y}=U(n).inputs(o,n,r),k=d[d.length-1];(k.classList.contains("\
plg-entry")?k:f).append(l),f.prepend(...d),f.append(a,c);let S=j=>{if(s){for(let A of f.querySelectorAll("input, button, select"))A.toggleAttribute("disabled",!0);
y?.(),a.textContent="Committed. It is compared with the answer further down.";return}let $=P(n,j);$&&(a.replaceChildren(i("strong",{},de($.correct)),$.text),h?.(
$,j),a.dataset.correct=String($.correct))},N=e.kept(n.name);return N!==void 0&&(u(N),S(N)),f.addEventListener("submit",async j=>{j.preventDefault();let $=m();if($===
void 0){a.textContent=p;return}l.disabled=!0,c.textContent="Saving …";let A=await e.keep(n,$);if(l.disabled=!1,G(c,A),A.refused&&s)return;let T=A.value??$,x=Y(
T,$);if(x||u(T),S(T),A.refused)return;let w=s?void 0:P(n,T)?.correct,O=X(n,T);ee({lesson:t.lesson,question:n.name,value:T,text:O,correct:w,kept:x})}),f}function Ot(e,t,n,r){let{question:o,spec:s,columns:a}=n,c=i("p",{class:"plg-waiting"},n.waiting);e.append(c);let l=!1,f=async m=>{if(l)return;l=!0;let u=(m===void 0?
void 0:P(o,m))?.text??n.truth,{canvas:h,chart:y}=q(`${n.description} ${u}`),k=Z(s,()=>_(a));e.replaceChildren(i("p",{class:"plg-sentence",role:"status"},u),y,i(
"div",{class:"plg-foot"},k.details));let S=await H(t,h,s,a,r),N=m===void 0?void 0:rt(o,m);N&&S?.swap("prediction",N)};re(r,n.lesson,m=>{m.question===o.name&&f(m.
value)});let d=async()=>{await Q();let m=r.ended?void 0:await ce(t,s,a,r);m&&t.store?.(m)};t.store&&d();let p=t.kept(o.name);if(p!==void 0)return f(p);if(t.skippable){
let m=()=>f(void 0);c.append(" ",i("button",{type:"button",class:"plg-quiet",onclick:m},"Show it without"))}}function St(e,t,n,r){let o=I("notes"),s=i("textarea",{id:o,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let a=i("p",{class:"plg-saved",role:"st\
atus"}),c=i("p",{}),l=[],f=async()=>{a.textContent="Saving …";let d=await t.takeHome(s.value);G(a,d);for(let u of l)u();let p=(d.files??[]).map(([u,h])=>({name:u,
...r.url(new Blob([Me(h)]))}));l=p.map(({end:u})=>u);let m=({name:u="",href:h=""})=>i("a",{class:"plg-download",href:h,download:u},`Download ${u}`);c.replaceChildren(
...p.flatMap(u=>[m(u)," "]))};e.append(i("label",{for:o,class:"plg-ask"},"My notes"),s,i("p",{},i("button",{type:"button",onclick:f},"Save my page")),a,c)}var On="This part of the page could not be drawn. Load the page again; the other parts work.",Sn={explorer:vt,questions:$t,paper:kt,reveal:Ot,answers:st,takehome:St,
chart:ct};function En(e,t){let n=t instanceof Error?t.message:String(t);e.append(i("p",{class:"plg plg-note",role:"alert"},`${On} (${n})`))}function Et(e,t,n,r){
let o=i("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});Je(o,r),e.append(o);let s=a=>{console.error(a),o.replaceChildren(),En(o,a)};try{Promise.
resolve(Sn[n.kind](o,t,n,r)).catch(s)}catch(a){s(a)}}function An({model:e,el:t}){let n=new ne,r=e.get("payload");return t.toggleAttribute("data-plgkit-stored",!!e.get("stored")),Et(t,Be(e,r,n),r,n),()=>{n.end(),t.
replaceChildren()}}var cs={render:An};export{cs as default};
