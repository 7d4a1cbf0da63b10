function De(e){let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var xe=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function Ue(e){let t=URL.createObjectURL(new Blob([await xe(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var We=globalThis;We.plgkitShared??={};var v=We.plgkitShared;v.ids??=0;v.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};v.drawing??=Promise.resolve();
function I(e){return v.ids+=1,`plg-${e}-${v.ids}`}var Dt=4*1024*1024,Ut=10,Wt=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function Pe(e,t){v.engines??=new Map;let n=v.engines.get(e);return n||(n=Pt(t),v.engines.set(e,n)),n}async function Pt(e){if(!("WebAssembly"in globalThis))throw new Error(
"this browser runs no WebAssembly");let t=new Uint8Array(await xe(await e()).arrayBuffer()),n=t.indexOf(Ut),{loader:r,models:o}=JSON.parse(new TextDecoder().decode(
t.subarray(0,n))),s=URL.createObjectURL(new Blob([r],{type:"text/javascript"})),a=URL.createObjectURL(new Blob([t.subarray(n+1)],{type:"application/wasm"}));try{
let{loadMicroPython:c}=await import(s),l=await c({heapsize:Dt,url:a});for(let m of["/lib","/lib/plgkit","/lib/plgkit/models"])l.FS.mkdir(m);l.FS.writeFile("/lib\
/plgkit/__init__.py","");for(let[m,p]of Object.entries(o))l.FS.writeFile(`/lib/plgkit/models/${m}`,p);l.runPython(Wt);let d=l.globals.get("answer");return{cell:(m,p)=>JSON.
parse(d(m,JSON.stringify(p)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(a)}}var Be=15e3,_e=200,_t="The kernel does not answer. Run all cells again to wake it.";function He(e,t,n){let r=Ht(e,n);return{skippable:!1,vega(){return v.vega??=
Bt(e.widget_manager,e.get("library")).then(o=>Ue(o.get("gzip"))).catch(o=>{throw v.vega=void 0,o}),v.vega},async engine(){let o=await e.widget_manager.get_model(
e.get("interpreter"));return Pe(o.get("digest"),async()=>o.get("gzip"))},store:e.get("stored")?o=>e.send({want:"store",picture:o,id:I("ask")}):void 0,outcome:o=>r(
{want:"outcome",state:o}),keep:(o,s)=>r({want:"keep",question:o.name,value:s}),takeHome:o=>r({want:"take home",notes:o}),kept:o=>t.answers?.[o],rows:()=>t.rows,
unreadable:()=>t.unreadable,journal:()=>r({want:"journal"})}}async function Bt(e,t){for(let n=0;;n+=_e){try{return await e.get_model(t)}catch(r){if(n>=Be)throw r}
await new Promise(r=>setTimeout(r,_e))}}function Ht(e,t){let n=new Map,r=o=>{n.get(o.id)?.(o),o.done&&n.delete(o.id)};return e.on("msg:custom",r),t.begin("liste\
ners",()=>e.off("msg:custom",r)),(o,s)=>new Promise(a=>{let c=I("ask"),l=()=>a({refused:_t}),d=t.later(Be,l),m={};n.set(c,p=>{d(),s?.(p),Object.assign(m,p),p.done&&
a(m)});try{e.send({...o,id:c})}catch{l()}})}var oe=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};v.live[t]+=1;let r=()=>{this.#e.delete(r)&&(v.live[t]-=1,n())};return this.#e.add(r),
r}listen(t,n,r){return t.addEventListener(n,r),this.begin("listeners",()=>t.removeEventListener(n,r))}resized(t,n){let r=new ResizeObserver(n);return r.observe(
t),this.begin("observers",()=>r.disconnect())}later(t,n){let r=setTimeout(()=>{o(),n()},t),o=this.begin("timers",()=>clearTimeout(r));return o}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};function i(e,t={},...n){let r=document.createElement(e);for(let[o,s]of Object.entries(t))o.startsWith("on")?r.addEventListener(o.slice(2),s):s!==void 0&&s!==!1&&
r.setAttribute(o,s===!0?"":s);return r.append(...n),r}function z(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[r,o]of Object.entries(
t))n.setAttribute(r,String(o));return n}function K(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}var Ft="data-lm-suppress-shortcuts",Je=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function Fe(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(Ft,Je(e))}function ze(e,t){e.addEventListener("keydown",n=>Je(n)&&n.stopPropagation()),v.live.guards===0&&(addEventListener("keydown",
Fe,!0),v.unguard=()=>removeEventListener("keydown",Fe,!0)),t.begin("guards",()=>{v.live.guards===0&&v.unguard?.()})}var Ke="plgkit:answered",ee=e=>document.dispatchEvent(new CustomEvent(Ke,{detail:e}));function se(e,t,n){e.listen(document,Ke,({detail:r})=>{r.lesson===t&&n(r)})}function R(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let r=Number(n.toExponential().split(
"e")[1]),o=Math.min(300,Math.max(0,t-1-r)),s=String(BigInt(Math.round(n*+`1e${o}`))).padStart(o+1,"0"),a=s.slice(0,s.length-o).replace(/\B(?=(\d{3})+$)/g,","),c=s.
slice(s.length-o).replace(/0+$/,""),l=c?`${a}.${c}`:a;return e<0&&l!=="0"?`−${l}`:l}var ie=10,Ge=({low:e,high:t})=>`a number between ${R(e,ie)} and ${R(t,ie)}`,ve=e=>e.slice(0,16).replace("T"," ");var Jt=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function zt(e){let[,t="",n="",r=""]=e.match(Jt)??[e,"",e,""];return{before:t,ask:n,after:r}}
function M(e){let{before:t,ask:n,after:r}=zt(e),o=s=>i("span",{class:"plg-situation"},s);return[...t?[o(t)," "]:[],n,...r?[" ",o(r)]:[]]}var Ye={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(o=>{let s=i(
"input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),a=i("label",{for:s.id},t.options[o]);return{radio:s,row:i("div",{class:"plg-option"},s,a)}}),r=i("legend",
{id:e},...M(t.ask));return{body:[i("fieldset",{},r,...n.map(({row:o})=>o))],missing:"Choose one of the answers first.",read(){let o=n.find(({radio:s})=>s.checked);
return o&&Number(o.radio.value)},show(o){let s=n.find(({radio:a})=>Number(a.value)===o);s&&(s.radio.checked=!0)}}}};var G=(e,t)=>JSON.stringify(e)===JSON.stringify(t),B=(e,t)=>e.low<=t&&t<=e.high,ae=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(r=>Number.isInteger(r)&&r>=0&&
r<n);var Y=240,Kt=560,Gt=240,[ce,ke,le,$e]=[62,16,14,34],Ve=[0,1,2,3,4],Yt=4,Vt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Xe({
at:e,top:t,xTitle:n,yTitle:r},o){let s=e.map(()=>null),a=Kt,c=!1,l=x=>ce+(a-ce-ke)*(e[x]-e[0])/(e[e.length-1]-e[0]),d=x=>le+(Y-$e-le)*(1-x/t),m=z("svg",{class:"\
plg-drawing",role:"group","aria-label":`${r}, by ${n}`}),p=(x,w)=>{let O=z("text",w);return O.textContent=x,m.append(O),O},g=Ve.map(x=>{let w=t*x/(Ve.length-1);
p(R(w),{x:ce-8,y:d(w)+4,"text-anchor":"end"});let O=z("line",{x1:ce,y1:d(w),y2:d(w),class:"plg-grid"});return m.append(O),O}),u=e.map(x=>p(String(x),{y:Y-$e+18,
"text-anchor":"middle"})),h=p(n,{y:Y-2,"text-anchor":"end"}),y=z("polyline",{class:"plg-line"}),k=e.map((x,w)=>{let L={"aria-label":`${r} at ${n} ${x}`,"aria-va\
luemin":0,"aria-valuemax":t},J=z("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...L});return J.addEventListener("keydown",D=>{let W=Vt[D.key];!W||c||(D.
preventDefault(),N(w,(s[w]??s[w-1]??0)+W*t/100))}),J});m.append(y,...k);let E=()=>{k.forEach((w,O)=>{let L=s[O];w.setAttribute("cx",String(l(O))),w.setAttribute(
"cy",String(d(L??0))),w.classList.toggle("plg-unset",L===null),w.setAttribute("aria-valuenow",String(L??0)),w.setAttribute("aria-valuetext",L===null?"not drawn \
yet":R(L))});let x=s.flatMap((w,O)=>w===null?[]:[`${l(O)},${d(w)}`]);y.setAttribute("points",x.join(" "))},N=(x,w)=>{s[x]=Math.min(t,Math.max(0,Number(w.toPrecision(
Yt)))),E()},j=()=>{a=Math.max(Gt,m.clientWidth||a),m.setAttribute("viewBox",`0 0 ${a} ${Y}`);for(let x of g)x.setAttribute("x2",String(a-ke));u.forEach((x,w)=>{
x.setAttribute("x",String(l(w)))}),h.setAttribute("x",String(a-ke)),E()};o.resized(m,j);let $=!1,A=x=>{if(!$||c)return;let w=m.getBoundingClientRect(),O=(x.clientX-
w.left)/w.width*a,L=(x.clientY-w.top)/w.height*Y,J=e.reduce((D,W,C)=>Math.abs(l(C)-O)<Math.abs(l(D)-O)?C:D,0);N(J,t*(1-(L-le)/(Y-$e-le)))};return m.addEventListener(
"pointerdown",x=>{$=!0,m.setPointerCapture(x.pointerId),A(x)}),m.addEventListener("pointermove",A),m.addEventListener("pointerup",()=>{$=!1}),j(),{svg:m,heights:s,
show:E,lock:()=>{c=!0;for(let x of k)x.setAttribute("aria-disabled","true")}}}var Xt="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",Ze=e=>e[e.length-1],qe={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(r=>typeof r=="number"&&B({low:0,high:t},r)),fits:(e,t)=>B(e,Ze(t)),words:(e,t)=>R(Ze(t)),overlay:({at:e},t)=>t.map((n,r)=>({x:e[r],prediction:n})),
inputs(e,t,n){let{svg:r,heights:o,show:s,lock:a}=Xe(t,n),c=i("p",{class:"plg-unit"},Xt);return{body:[i("p",{id:e,class:"plg-ask"},...M(t.ask)),c,r],missing:"Dra\
w the whole line: every point counts.",read:()=>o.includes(null)?void 0:[...o],show(l){o.splice(0,o.length,...l),s()},lock:a}}};var Qe={accepts:(e,t)=>typeof t=="number"&&B(e,t),fits:B,words:(e,t)=>R(t,ie),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=i("input",{type:"number",step:"a\
ny",id:`${e}-box`,"aria-describedby":`${e}-unit`}),r=i("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[i("label",{id:e,for:n.id,class:"plg-ask"},...M(
t.ask)),i("div",{class:"plg-entry"},n,r)],missing:`Give ${Ge(t)}.`,read(){let o=Number(n.value);return n.value.trim()!==""&&B(t,o)?o:void 0},show(o){n.value=String(
o)}}}};var et={accepts:({items:e},t)=>ae(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>G(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((p,g)=>g),r=!1,o=i("ol",{class:"plg-ranking","aria-labelledby":e}),s=(p,g)=>{r=!0,n.splice(g,0,...n.splice(p,1)),l();let[u,h]=o.children[g].querySelectorAll(
"button"),[y,k]=g<p?[u,h]:[h,u];(y.disabled?k:y).focus()},a=(p,g,u,h="")=>{let y=p+g<0||p+g>=n.length,k=`${t.items[n[p]]}: ${h}`;return i("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:y,"aria-label":k},onclick:()=>s(p,p+g)},u)},c=(p,g)=>i("li",{},i("span",{},t.items[p]),a(g,-1,"↑","up"),a(g,1,"↓","down")),
l=()=>o.replaceChildren(...n.map(c)),d=()=>{r=!0};l();let m=i("button",{type:"button",class:"plg-quiet",onclick:d},"I keep this order");return{body:[i("p",{id:e,
class:"plg-ask"},...M(t.ask)),o,m],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>r?[...n]:void 0,show(p){n=[...p],r=!0,l()}}}};var tt=({cards:e})=>e.map(({pile:t})=>t),nt={accepts:(e,t)=>ae(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||G(tt(e),t),words({verdicts:[e]},t){return`${tt(
e).filter((r,o)=>r===t[o]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((r,o)=>{let s=i("select",{id:`${e}-${o}`},i("option",{value:""},"…"));s.append(
...t.piles.map((l,d)=>i("option",{value:d},l)));let a=i("p",{class:"plg-reason"});return{card:i("li",{},i("label",{for:s.id},r),s,a),pile:s,reason:a}});return{body:[
i("p",{id:e,class:"plg-ask"},...M(t.ask)),i("ol",{class:"plg-cards"},...n.map(({card:r})=>r))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:r})=>r.
value==="")?void 0:n.map(({pile:r})=>Number(r.value)),show(r){r.forEach((o,s)=>{n[s].pile.value=String(o)})},tell(r,o){n.forEach(({reason:s},a)=>{let c=r.cards[a].
pile===o[a];s.dataset.correct=String(c),s.textContent=`${c?"✓":"✗"} ${r.cards[a].reason}`})}}}};var Zt={choice:Ye,number:Qe,ranking:et,drawing:qe,sorting:nt},U=e=>Zt[e.form];var rt=(e,t)=>e!==void 0&&U(e).accepts(e,t),V=(e,t)=>U(e).words(e,t);function P(e,t){if(!e.verdicts||!rt(e,t))return;let{fits:n}=U(e),r=e.verdicts.find(o=>n(o,t));
return r&&{...r,text:r.text.replaceAll("{given}",V(e,t))}}var ot=(e,t)=>U(e).overlay?.(e,t);function st(e,t,n,r,o){return[t,e[n]??n,r,o===void 0?"":o?"yes":"no"]}function qt(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([a])=>s[a]!==null)).map(s=>Object.fromEntries(t.
map(([a,c])=>[c,s[a]]))):e}function Qt(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):R(e,Number.isInteger(e)?15:5)}function Oe(e){let t=Object.keys(
e[0]??{}),n=t.map(o=>i("th",{scope:"col"},o)),r=e.map(o=>i("tr",{},...t.map(s=>i("td",{"data-label":s},Qt(o[s],s)))));return i("table",{},i("thead",{},i("tr",{},
...n)),i("tbody",{},...r))}function X(e,t){let n=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),r=i("summary",{},"The numbers as\
 a table"),o=i("details",{class:"plg-table"},r,n),s=()=>{o.open&&n.replaceChildren(Oe(qt(t(),e.usermeta?.table)))};return o.addEventListener("toggle",s),{details:o,
fill:s}}var en=15e3;function it(e,t,n,r){let o=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=i("p",{class:"plg-note",role:"alert"}),
c=i("button",{type:"button",class:"plg-quiet",onclick:async()=>{let p=await t.journal();if(s.textContent=p.refused??"",p.refused)return;let{href:g,end:u}=r.url(
new Blob([p.text??""],{type:"application/jsonl"}));i("a",{href:g,download:n.file}).click(),r.later(en,u)}},"Download my answers"),l=[...t.rows()],d=()=>{let p=l.
map(g=>Object.fromEntries(n.headings.map((u,h)=>[u,g[h]])));o.replaceChildren(l.length?Oe(p):"No answer yet.")};se(r,n.lesson,({question:p,text:g,correct:u,kept:h})=>{
h!==!1&&(l.push(st(n.labels,ve(new Date().toISOString()),p,g,u)),d())}),d();let m=t.unreadable().map(p=>i("p",{class:"plg-note"},p));e.append(o,i("p",{},c),s,...m)}var tn=100,Se=65,at=280,nn=120,rn=640;function _(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,r)=>Object.fromEntries(t.map(o=>[o,e[o][r]])))}function Z(e){
let t=i("div",{class:"plg-canvas","aria-hidden":"true"}),n=i("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var on=()=>new Promise(
e=>{requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,tn)});async function te(){await v.drawing,await new Promise(e=>(globalThis.requestIdleCallback??setTimeout)(
e))}function H(e,t,n,r,o){t.style.minHeight=`${Ee(t,n.height,Se)+Se}px`;let s=v.drawing.then(()=>ct(e,t,n,r,o)),a=()=>(t.style.minHeight="",on());return v.drawing=
s.then(a,a),s}async function ue(e,t,n,r){let o=await ct(e,i("div"),t,n,r),s=o&&await o.png();return o?.end(),s}function Ee(e,t,n){let r=Number.parseFloat(getComputedStyle(
e).maxHeight)-n;return r<t?Math.max(nn,r):t}async function ct(e,t,n,r,o){let s=await e.vega();if(o.ended)return;let a=Math.max(at,t.clientWidth||rn),c=Ee(t,n.height,
Se),l={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:_(r),...n.datasets},autosize:{type:"fit-x",contains:"padding"},width:a,height:c,
config:{...n.config,aria:!1}},{view:d,finalize:m}=await s(t,l,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"}),p=o.begin("views",m),g=async()=>{let h=Math.max(
at,t.clientWidth),y=Number(t.querySelector("svg")?.getAttribute("height"))-c,k=Ee(t,n.height,y);!t.clientWidth||Math.abs(h-a)<=1&&Math.abs(k-c)<=1||([a,c]=[h,k],
await d.width(a).height(c).runAsync())},u=o.resized(t,g);if(await g(),!o.ended)return{swap:(h,y)=>d.data(h,y).runAsync(),png:async()=>(await d.toImageURL("png")).
split(",")[1],end(){u(),p()}}}function lt(e,t,{title:n,spec:r,columns:o},s){let{canvas:a,chart:c}=Z(n);if(e.append(c),r.usermeta?.table){let[l]=Object.values(r.datasets);e.append(i("div",{class:"\
plg-foot"},X(r,()=>l).details))}return H(t,a,r,o,s)}var Ae={"":0,k:3,m:6},sn=/^(?:\d+(?:\.\d*)?|\.\d+)$/,an=/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,cn=/^\d+,\d+$/;function F(e,t){let{before:n="",after:r=""}=e,[o,s]=Math.
abs(t).toExponential().split("e"),a=t&&e.quantity==="share"?2:0,c=mn(o.replace(".",""),Number(s)+1+a);return`${t<0?"−":""}${n}${c}${r}`}function pe(e,t){let n={
refused:`${e.label}: give ${ln(e)}.`},r=pn(e,t).filter(s=>un(e,s));if(r.length===0)return n;if(r.length===1)return{value:r[0]};let o=r.map(s=>F(e,s)).join(" or ");
return{refused:`${e.label}: this can mean ${o}; say which.`}}function ln(e){let t=`between ${F(e,Number(e.low))} and ${F(e,Number(e.high))}`,n=`5 means ${e.before}\
5${e.after}`;return e.quantity==="share"?`a share ${t} (${n})`:e.quantity==="money"?`an amount ${t}${e.size?` (${n})`:""}`:pt(e)?`a whole number ${t}`:`a number\
 ${t}`}var pt=({kind:e,quantity:t})=>e==="whole"||t==="people",un=(e,t)=>Number(e.low)<=t&&t<=Number(e.high)&&(!pt(e)||Number.isInteger(t));function pn(e,t){let[
,n,r]=/^([-−–+]?)(.*)$/.exec(ut(t)),o=n!==""&&n!=="+",s=(m,p)=>fn(m,p,o);if(e.quantity==="share"){if(r.endsWith("%"))return s(r.slice(0,-1),-2);let[m]=s(r,-2);
return 0<m&&m<.01?[m,...s(r,0)]:s(r,-2)}if(e.quantity!=="money")return s(r,0);let{amount:a,size:c,named:l}=dn(r,ut(e.currency)),d=Ae[e.size];return c!==""?s(a,Ae[c]-
d):l&&d?[...s(a,0),...s(a,-d)]:s(a,0)}var ut=e=>e.trim().toLowerCase().replace(/(\d)[\s'’](?=\d{3}(?!\d))/g,"$1").replace(/(\D)\s+/g,"$1").replace(/\s+(?=\D)/g,
"");function dn(e,t){let n=Object.keys(Ae).flatMap(r=>[{before:r+t,after:"",size:r,named:!0},{before:t,after:r,size:r,named:!0},{before:"",after:t+r,size:r,named:!0},
{before:"",after:r+t,size:r,named:!0},{before:"",after:r,size:r,named:!1}]);for(let{before:r,after:o,size:s,named:a}of n){let c=e.slice(r.length,e.length-o.length);
if(e===r+c+o&&/^[\d.,]/.test(c)&&/[\d.,]$/.test(c))return{amount:c,size:s,named:a}}return{amount:"",size:"",named:!1}}function fn(e,t,n){let r=an.test(e)?e.replaceAll(
",",""):cn.test(e)?e.replace(",","."):e;if(!sn.test(r))return[];let o=+`${r}e${t}`;return Number.isFinite(o)?[n?-o:o]:[]}function mn(e,t){let n=e.padStart(e.length+
Math.max(0,1-t),"0").padEnd(t,"0"),r=Math.max(1,t),o=n.slice(0,r).replace(/\B(?=(\d{3})+$)/g,","),s=n.slice(r).replace(/0+$/,"");return s?`${o}.${s}`:o}var gn=e=>e.replace(/^#/,"").replace(/(?:%[0-9a-f]{2})+/gi,t=>{try{return decodeURIComponent(t)}catch{return t}});function dt(e,t){if(!e.includes("="))return;let n={},
r=[];for(let o of e.replace(/^#/,"").split("&")){let[s,a=""]=o.split(/=(.*)/s).map(gn),c=t.find(d=>d.name===s);if(!c){r.push(`The address sets ${s}; here it can\
 set ${t.map(d=>d.name).join(", ")}.`);continue}let l=c.kind==="choice"||c.kind==="flag"?hn(c,a):pe(c,a);"value"in l?n[s]=l.value:r.push(`The address says ${s}=${a}\
. ${l.refused}`)}return{values:n,refused:r}}function ft(e,t){let r=e.filter(({name:o,value:s})=>t[o]!==s).map(o=>{let s=encodeURIComponent(ne(o,t[o.name])).replaceAll(
"%25","%");return`${o.name}=${s}`});return r.length?`#${r.join("&")}`:""}function ne(e,t){return e.kind==="flag"?t?"yes":"no":e.kind==="choice"?t:F(e,t)}function hn(e,t){
let n=e.positions.find(o=>ne(e,o)===t),r=e.positions.map(o=>ne(e,o)).join(" or ");return n===void 0?{refused:`${e.label}: give ${r}.`}:{value:n}}var bn=["opacity","strokeOpacity","fillOpacity","tooltip"];function mt({layer:e,mark:t,encoding:n={},data:r,params:o,name:s,...a}){if(r&&r.name!=="outcome")return[];
let c=Object.fromEntries(Object.entries(n).filter(([d])=>!bn.includes(d)));if(e)return[{...a,encoding:c,layer:e.flatMap(mt)}];let l=t.type?t:{type:t};return l.type===
"text"||l.opacity===0?[]:[{...a,encoding:c,mark:{...l,opacity:.3*(l.opacity??1),tooltip:null}}]}function gt(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(mt)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}function Ne(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(r=>Math.abs(Number(r)-t));return n.indexOf(Math.min(...n))}function ht(e,t){let n=I("control"),r=e.unit?` (${e.unit.replace(/^share\b/,"%")})`:"",o=i("label",{for:n,class:"plg-label",title:e.help},e.label);r&&o.append(i(
"span",{class:"plg-unit"},r));let s=i("p",{class:"plg-note",role:"alert",id:`${n}-note`}),a=e.kind==="choice"||e.kind==="flag",{inputs:c,show:l}=a?wn(e,n,t):yn(
e,n,r,t);return l(e.value),{row:i("div",{class:"plg-control"},o,...c,s),show:l,note:s}}function wn(e,t,{moved:n,settled:r,touched:o}){let s=i("select",{id:t,autocomplete:"\
off",onchange(){o(),n(s.selectedIndex),r()},onfocus:o}),a=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...a.map(l=>i("option",{},String(l)))),{inputs:[
s],show:l=>{s.selectedIndex=Ne(e.positions,l)}}}function yn(e,t,n,{moved:r,settled:o,typed:s,touched:a}){let c=i("input",{type:"range",id:t,min:0,max:e.positions.
length-1,step:1,autocomplete:"off",oninput:()=>r(Number(c.value)),onchange:o,onfocus:a,onpointerdown:a}),l=i("input",{type:"text",class:"plg-box",inputmode:"dec\
imal",autocomplete:"off","aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}-note`,onchange:()=>s(l.value),onfocus:a});return{inputs:[c,l],show:m=>{
let p=F(e,m);c.value=String(Ne(e.positions,m)),c.setAttribute("aria-valuetext",p),l.value=p}}}var bt="This browser does not run the model, so the picture stays as it is. The notebook computes it.",je="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",xn="The kernel computes this picture, so each move waits for it.",vn="These values cannot be computed";function yt(e,{model:t}){let n,
r,o,s=!1,a=e.outcome;async function c(){try{if(t===void 0)throw new Error(je);return n=await e.engine(),n.cell(t,{}),""}catch(p){return n=void 0,t!==void 0&&console.
warn(p),a?xn:t===void 0?je:bt}}async function l(p){return n&&t!==void 0?wt(n,t,p):a?a(p):{refused:t===void 0?je:bt}}async function d(){for(s=!0;o;){let{values:p,
heard:g}=o;await m.start();let u=await l(p);o?.values===p&&(o=void 0,g(u))}s=!1}let m={start(){return r??=c(),r},alive:()=>!!(n||a),at(p,g){if(n&&t!==void 0&&!s)
return g(wt(n,t,p));o={values:p,heard:g},s||d()}};return m}function wt(e,t,n){try{return{cell:e.cell(t,n)}}catch(r){console.error(r);let o=String(r instanceof Error?
r.message:r).trim().split(`
`);return{refused:`${vn}: ${o[o.length-1]}.`}}}var Le=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function xt(e){let t=[e],n=!1,r=()=>t[t.length-1];return{begin(){n=!1},settle(o){Le(r().values,o.values)||(n&&
t.pop(),n=!0,(!t.length||!Le(r().values,o.values))&&t.push(o))},before:o=>Le(r().values,o)?t[t.length-2]:r(),undo(){if(n=!1,!(t.length<2))return t.pop(),r()}}}function vt(e,t,n,r){let{controls:o,spec:s}=n,a=Object.fromEntries(o.map(({name:f,value:b})=>[f,b])),c={...a},l={values:a,cell:n.cell},d=o[0].name,m=0,p=!1,g=!1,
u,h=xt(l),y=yt(t,n),k=i("p",{class:"plg-sentence",role:"status"},l.cell.sentence),E=n.measures.map((f,b)=>i("dd",{},l.cell.headline[b])),N=n.measures.map(()=>i(
"dd",{class:"plg-before"})),j=n.measures.map((f,b)=>i("div",{},i("dt",{},f),E[b],N[b])),{canvas:$,chart:A}=Z(l.cell.sentence),T=X(s,()=>_(l.cell.columns)),x=i("\
p",{class:"plg-engine",role:"status"}),w=i("p",{class:"plg-note",role:"alert"}),O=i("p",{class:"plg-change",role:"status"}),L=f=>f?e.setAttribute("aria-busy","t\
rue"):e.removeAttribute("aria-busy"),J=f=>`${o.filter(({name:S})=>f[S]!==l.values[S]).map(S=>`${S.label} ${ne(S,f[S.name])}`).join(", ")}.`,D=()=>{let f=h.before(
l.values);Me.disabled=be.disabled=!f;let b=g?f:void 0;be.setAttribute("aria-pressed",String(g)),N.forEach((S,q)=>{S.textContent=b?`before: ${b.cell.headline[q]}`:
""}),O.textContent=b?`Before: ${J(b.values)}`:"",u&&g?u.swap("before",b?_(b.cell.columns):[]):u?.ghost&&u.swap("before",[])},W=()=>{if(r.ended)return;let{cell:f}=l;
u?.swap("outcome",_(f.columns)),k.textContent=f.sentence,A.setAttribute("aria-label",f.sentence),E.forEach((b,S)=>{b.textContent=f.headline[S]}),T.fill(),D()},C={},
Ie=()=>{for(let{name:f}of o)C[f].show(c[f])},ge=()=>{w.textContent="";for(let{note:f}of Object.values(C))f.textContent=""},At=(f,{cell:b,refused:S})=>{L(!1),b?(l=
{values:f,cell:b},p&&h.settle(l)):(C[d].note.textContent=S??"",Object.assign(c,l.values),Ie()),p=!1,W()},Nt=()=>{m=0;let f={...c};L(!0),y.at(f,b=>At(f,b))},Re=f=>{
Object.assign(c,f),ge();for(let b of Object.keys(f))C[b].show(c[b]);m||(m=requestAnimationFrame(Nt))},Te=()=>{p=!0,!(m||Object.keys(c).some(f=>c[f]!==l.values[f]))&&
(h.settle(l),p=!1,D())},he=f=>{h.begin(),Re(f),Te()},jt=()=>{let f=h.undo();f&&(l=f,Object.assign(c,f.values),ge(),Ie(),W())},Lt=async()=>{g=!g;let f=h.before(l.
values);if(g&&f&&s.layer&&u&&!u.ghost){u.end();let b=gt(s,_(f.cell.columns));u=await H(t,$,b,l.cell.columns,r),u&&(u.ghost=!0)}W()},Ct=f=>{let{name:b,positions:S}=f;
return ht(f,{moved:we=>{d=b,Re({[b]:S[we]})},typed:we=>{d=b;let ye=pe(f,we);if("value"in ye)return he({[b]:ye.value});ge(),C[b].note.textContent=ye.refused,C[b].
show(c[b])},settled:Te,touched:()=>{d=b,h.begin(),y.start()}})};for(let f of o)C[f.name]=Ct(f);let re=(f,b)=>i("button",{type:"button",class:"plg-quiet",onclick:b},
f),Me=re("Undo",jt),be=re("What changed?",Lt),It=({hash:f,copy:b})=>{let S=()=>{let Q=dt(f(),o);Q&&(Object.keys(Q.values).length&&he({...a,...Q.values}),w.textContent=
Q.refused.join(" "),e.scrollIntoView({behavior:"instant"}))};r.listen(window,"hashchange",S),te().then(S);let q=i("span",{class:"plg-copied",role:"status"});return[
re("Copy address",async()=>q.replaceChildren(await b(ft(o,c)))),q]},Rt=re("Start values",()=>he({...a})),Tt=[Me,be,Rt,...t.address?It(t.address):[]];return D(),
e.append(i("div",{class:"plg-stage"},i("div",{class:"plg-controls"},...o.map(({name:f})=>C[f].row)),i("dl",{class:"plg-headline"},...j),A,k,i("div",{class:"plg-\
foot"},T.details,i("div",{class:"plg-actions"},...Tt)),O,w,x)),H(t,$,s,l.cell.columns,r).then(async f=>{if(u=f,l.values!==a&&W(),await te(),r.ended)return;let b=t.
store&&await ue(t,s,n.cell.columns,r);if(b&&t.store?.(b),x.textContent=await y.start(),!y.alive())for(let S of e.querySelectorAll(".plg-controls :is(input, sele\
ct)"))S.toggleAttribute("disabled",!0)})}function de({edition:e},{solution:t}){return t?[i("details",{class:"plg-solution",open:e==="instructor"},i("summary",{},"The answer"),t)]:[]}var fe=(e,t)=>i("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),me=e=>e?"✓ Right. ":"✗ Not this. ";var Ce="Finish",kn="Finished. What was right is told after the course, when you know more.";function kt(e,t,n,r){let o=i("p",{class:"plg-saved",role:"status"}),
s=i("button",{type:"submit"},Ce),a=i("form"),c=n.questions.map((u,h,y)=>{let{body:k,read:E,show:N}=U(u).inputs(I("question"),u,r),j=i("div",{class:"plg-result"}),
$=i("div",{class:"plg-question"},fe(h,y),...k,j);$.addEventListener("change",()=>p(u,E()));let A=t.kept(u.name);return A!==void 0&&N(A),{place:$,question:u,read:E,
result:j}}),l=()=>c.flatMap(({read:u},h)=>u()===void 0?[h+1]:[]),d=u=>{o.textContent=`${c.length-l().length} of ${c.length} answered. ${u}`},m=async(u,h)=>{s.textContent=
Ce;let y=await t.keep(u,h);return K(o,y),d(o.textContent??""),!y.refused},p=async(u,h)=>{let y={...u,verdicts:void 0};await m(y,h)&&ee({lesson:n.lesson,question:u.
name,value:h,text:V(u,h)})},g=()=>{for(let h of a.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return d(
kn);let u=0;for(let{question:h,read:y,result:k}of c){let E=$n(h,y(),k);k.dataset.correct=String(E),u+=Number(E)}d(`Finished: ${u} of ${c.length} right. Each que\
stion now says why.`)};a.addEventListener("submit",async u=>{u.preventDefault();let h=l();if(h.length&&s.textContent===Ce)return s.textContent="Finish all the s\
ame",d(`Still open: ${h.join(", ")}.`);let y=c.length-h.length;await m({name:n.end,kind:"note",edition:n.endEdition},y)&&(ee({lesson:n.lesson,question:n.end,value:y,
text:String(y)}),g())}),a.append(...c.flatMap(({place:u,question:h})=>[u,...de(n,h)]),s,o),e.append(a),t.kept(n.end)===void 0?d(""):g()}function $n(e,t,n){let r=t===
void 0?void 0:P(e,t),o=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(i("strong",{},r?me(r.correct):"Not answered."),r?.text??""),o&&!r?.correct&&n.
append(i("p",{},i("em",{},"Right: "),e.options[o.option]," ",o.text)),!!r?.correct}function $t(e,t,n,r){n.questions.forEach((o,s,a)=>{let c=On(t,n,o,r);a.length>1&&c.prepend(fe(s,a)),e.append(c,...de(n,o))})}function On(e,t,n,r){let o=I("quest\
ion"),{locks:s}=n,a=i("div",{class:"plg-result",role:"status"}),c=i("p",{class:"plg-saved"}),l=i("button",{type:"submit"},s?"Commit":"Answer"),d=i("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":o}),{body:m,missing:p,read:g,show:u,tell:h,lock:y}=U(n).inputs(o,n,r),k=m[m.length-1];(k.classList.contains("\
plg-entry")?k:d).append(l),d.prepend(...m),d.append(a,c);let E=j=>{if(s){for(let A of d.querySelectorAll("input, button, select"))A.toggleAttribute("disabled",!0);
y?.(),a.textContent="Committed. It is compared with the answer further down.";return}let $=P(n,j);$&&(a.replaceChildren(i("strong",{},me($.correct)),$.text),h?.(
$,j),a.dataset.correct=String($.correct))},N=e.kept(n.name);return N!==void 0&&(u(N),E(N)),d.addEventListener("submit",async j=>{j.preventDefault();let $=g();if($===
void 0){a.textContent=p;return}l.disabled=!0,c.textContent="Saving …";let A=await e.keep(n,$);if(l.disabled=!1,K(c,A),A.refused&&s)return;let T=A.value??$,x=G(
T,$);if(x||u(T),E(T),A.refused)return;let w=s?void 0:P(n,T)?.correct,O=V(n,T);ee({lesson:t.lesson,question:n.name,value:T,text:O,correct:w,kept:x})}),d}function Ot(e,t,n,r){let{question:o,spec:s,columns:a}=n,c=i("p",{class:"plg-waiting"},n.waiting);e.append(c);let l=!1,d=async g=>{if(l)return;l=!0;let u=(g===void 0?
void 0:P(o,g))?.text??n.truth,{canvas:h,chart:y}=Z(`${n.description} ${u}`),k=X(s,()=>_(a));e.replaceChildren(i("p",{class:"plg-sentence",role:"status"},u),y,i(
"div",{class:"plg-foot"},k.details));let E=await H(t,h,s,a,r),N=g===void 0?void 0:ot(o,g);N&&E?.swap("prediction",N)};se(r,n.lesson,g=>{g.question===o.name&&d(g.
value)});let m=async()=>{await te();let g=r.ended?void 0:await ue(t,s,a,r);g&&t.store?.(g)};t.store&&m();let p=t.kept(o.name);if(p!==void 0)return d(p);if(t.skippable){
let g=()=>d(void 0);c.append(" ",i("button",{type:"button",class:"plg-quiet",onclick:g},"Show it without"))}}function St(e,t,n,r){let o=I("notes"),s=i("textarea",{id:o,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let a=i("p",{class:"plg-saved",role:"st\
atus"}),c=i("p",{}),l=[],d=async()=>{a.textContent="Saving …";let m=await t.takeHome(s.value);K(a,m);for(let u of l)u();let p=(m.files??[]).map(([u,h])=>({name:u,
...r.url(new Blob([De(h)]))}));l=p.map(({end:u})=>u);let g=({name:u="",href:h=""})=>i("a",{class:"plg-download",href:h,download:u},`Download ${u}`);c.replaceChildren(
...p.flatMap(u=>[g(u)," "]))};e.append(i("label",{for:o,class:"plg-ask"},"My notes"),s,i("p",{},i("button",{type:"button",onclick:d},"Save my page")),a,c)}var Sn="This part of the page could not be drawn. Load the page again; the other parts work.",En={explorer:vt,questions:$t,paper:kt,reveal:Ot,answers:it,takehome:St,
chart:lt};function An(e,t){let n=t instanceof Error?t.message:String(t);e.append(i("p",{class:"plg plg-note",role:"alert"},`${Sn} (${n})`))}function Et(e,t,n,r){
let o=i("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});ze(o,r),e.append(o);let s=a=>{console.error(a),o.replaceChildren(),An(o,a)};try{Promise.
resolve(En[n.kind](o,t,n,r)).catch(s)}catch(a){s(a)}}function Nn({model:e,el:t}){let n=new oe,r=e.get("payload");return t.toggleAttribute("data-plgkit-stored",!!e.get("stored")),Et(t,He(e,r,n),r,n),()=>{n.end(),t.
replaceChildren()}}var ts={render:Nn};export{ts as default};
