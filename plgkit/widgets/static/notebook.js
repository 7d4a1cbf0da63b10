function Te(e){let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var xe=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function Me(e){let t=URL.createObjectURL(new Blob([await xe(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var De=globalThis;De.plgkitShared??={};var v=De.plgkitShared;v.ids??=0;v.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};v.drawing??=Promise.resolve();
function I(e){return v.ids+=1,`plg-${e}-${v.ids}`}var It=4*1024*1024,Rt=10,Tt=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function Ue(e,t){v.engines??=new Map;let n=v.engines.get(e);return n||(n=Mt(t),v.engines.set(e,n)),n}async function Mt(e){let t=new Uint8Array(await xe(await e()).
arrayBuffer()),n=t.indexOf(Rt),{loader:r,models:o}=JSON.parse(new TextDecoder().decode(t.subarray(0,n))),s=URL.createObjectURL(new Blob([r],{type:"text/javascri\
pt"})),a=URL.createObjectURL(new Blob([t.subarray(n+1)],{type:"application/wasm"}));try{let{loadMicroPython:l}=await import(s),c=await l({heapsize:It,url:a});for(let m of[
"/lib","/lib/plgkit","/lib/plgkit/models"])c.FS.mkdir(m);c.FS.writeFile("/lib/plgkit/__init__.py","");for(let[m,p]of Object.entries(o))c.FS.writeFile(`/lib/plgk\
it/models/${m}`,p);c.runPython(Tt);let g=c.globals.get("answer");return{cell:(m,p)=>JSON.parse(g(m,JSON.stringify(p)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(
a)}}var Dt=15e3,Ut="The kernel does not answer. Run all cells again to wake it.";function _e(e,t,n){let r=_t(e,n);return{skippable:!1,vega(){return v.vega??=e.widget_manager.
get_model(e.get("library")).then(o=>Me(o.get("gzip"))),v.vega},async engine(){let o=await e.widget_manager.get_model(e.get("interpreter"));return Ue(o.get("dige\
st"),async()=>o.get("gzip"))},store:e.get("stored")?o=>e.send({want:"store",picture:o,id:I("ask")}):void 0,outcome:o=>r({want:"outcome",state:o}),keep:(o,s)=>r(
{want:"keep",question:o.name,value:s}),takeHome:o=>r({want:"take home",notes:o}),kept:o=>t.answers?.[o],rows:()=>t.rows,unreadable:()=>t.unreadable,journal:()=>r(
{want:"journal"})}}function _t(e,t){let n=new Map,r=o=>{n.get(o.id)?.(o),o.done&&n.delete(o.id)};return e.on("msg:custom",r),t.begin("listeners",()=>e.off("msg:\
custom",r)),(o,s)=>new Promise(a=>{let l=I("ask"),c=()=>a({refused:Ut}),g=t.later(Dt,c),m={};n.set(l,p=>{g(),s?.(p),Object.assign(m,p),p.done&&a(m)});try{e.send(
{...o,id:l})}catch{c()}})}var oe=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};v.live[t]+=1;let r=()=>{this.#e.delete(r)&&(v.live[t]-=1,n())};return this.#e.add(r),
r}listen(t,n,r){return t.addEventListener(n,r),this.begin("listeners",()=>t.removeEventListener(n,r))}resized(t,n){let r=new ResizeObserver(n);return r.observe(
t),this.begin("observers",()=>r.disconnect())}later(t,n){let r=setTimeout(()=>{o(),n()},t),o=this.begin("timers",()=>clearTimeout(r));return o}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};function i(e,t={},...n){let r=document.createElement(e);for(let[o,s]of Object.entries(t))o.startsWith("on")?r.addEventListener(o.slice(2),s):s!==void 0&&s!==!1&&
r.setAttribute(o,s===!0?"":s);return r.append(...n),r}function z(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[r,o]of Object.entries(
t))n.setAttribute(r,String(o));return n}function K(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}var Bt="data-lm-suppress-shortcuts",Pe=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function Be(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(Bt,Pe(e))}function We(e,t){e.addEventListener("keydown",n=>Pe(n)&&n.stopPropagation()),v.live.guards===0&&(addEventListener("keydown",
Be,!0),v.unguard=()=>removeEventListener("keydown",Be,!0)),t.begin("guards",()=>{v.live.guards===0&&v.unguard?.()})}var He="plgkit:answered",ee=e=>document.dispatchEvent(new CustomEvent(He,{detail:e}));function se(e,t,n){e.listen(document,He,({detail:r})=>{r.lesson===t&&n(r)})}function R(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let r=Number(n.toExponential().split(
"e")[1]),o=Math.min(300,Math.max(0,t-1-r)),s=String(BigInt(Math.round(n*+`1e${o}`))).padStart(o+1,"0"),a=s.slice(0,s.length-o).replace(/\B(?=(\d{3})+$)/g,","),l=s.
slice(s.length-o).replace(/0+$/,""),c=l?`${a}.${l}`:a;return e<0&&c!=="0"?`−${c}`:c}var ie=10,Fe=({low:e,high:t})=>`a number between ${R(e,ie)} and ${R(t,ie)}`,ve=e=>e.slice(0,16).replace("T"," ");var Pt=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function Wt(e){let[,t="",n="",r=""]=e.match(Pt)??[e,"",e,""];return{before:t,ask:n,after:r}}
function M(e){let{before:t,ask:n,after:r}=Wt(e),o=s=>i("span",{class:"plg-situation"},s);return[...t?[o(t)," "]:[],n,...r?[" ",o(r)]:[]]}var Je={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(o=>{let s=i(
"input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),a=i("label",{for:s.id},t.options[o]);return{radio:s,row:i("div",{class:"plg-option"},s,a)}}),r=i("legend",
{id:e},...M(t.ask));return{body:[i("fieldset",{},r,...n.map(({row:o})=>o))],missing:"Choose one of the answers first.",read(){let o=n.find(({radio:s})=>s.checked);
return o&&Number(o.radio.value)},show(o){let s=n.find(({radio:a})=>Number(a.value)===o);s&&(s.radio.checked=!0)}}}};var G=(e,t)=>JSON.stringify(e)===JSON.stringify(t),W=(e,t)=>e.low<=t&&t<=e.high,ae=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(r=>Number.isInteger(r)&&r>=0&&
r<n);var Y=240,Ht=560,Ft=240,[ce,ke,le,$e]=[62,16,14,34],ze=[0,1,2,3,4],Jt=4,zt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Ke({
at:e,top:t,xTitle:n,yTitle:r},o){let s=e.map(()=>null),a=Ht,l=!1,c=y=>ce+(a-ce-ke)*(e[y]-e[0])/(e[e.length-1]-e[0]),g=y=>le+(Y-$e-le)*(1-y/t),m=z("svg",{class:"\
plg-drawing",role:"group","aria-label":`${r}, by ${n}`}),p=(y,w)=>{let O=z("text",w);return O.textContent=y,m.append(O),O},d=ze.map(y=>{let w=t*y/(ze.length-1);
p(R(w),{x:ce-8,y:g(w)+4,"text-anchor":"end"});let O=z("line",{x1:ce,y1:g(w),y2:g(w),class:"plg-grid"});return m.append(O),O}),u=e.map(y=>p(String(y),{y:Y-$e+18,
"text-anchor":"middle"})),h=p(n,{y:Y-2,"text-anchor":"end"}),x=z("polyline",{class:"plg-line"}),k=e.map((y,w)=>{let L={"aria-label":`${r} at ${n} ${y}`,"aria-va\
luemin":0,"aria-valuemax":t},J=z("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...L});return J.addEventListener("keydown",D=>{let _=zt[D.key];!_||l||(D.
preventDefault(),N(w,(s[w]??s[w-1]??0)+_*t/100))}),J});m.append(x,...k);let E=()=>{k.forEach((w,O)=>{let L=s[O];w.setAttribute("cx",String(c(O))),w.setAttribute(
"cy",String(g(L??0))),w.classList.toggle("plg-unset",L===null),w.setAttribute("aria-valuenow",String(L??0)),w.setAttribute("aria-valuetext",L===null?"not drawn \
yet":R(L))});let y=s.flatMap((w,O)=>w===null?[]:[`${c(O)},${g(w)}`]);x.setAttribute("points",y.join(" "))},N=(y,w)=>{s[y]=Math.min(t,Math.max(0,Number(w.toPrecision(
Jt)))),E()},j=()=>{a=Math.max(Ft,m.clientWidth||a),m.setAttribute("viewBox",`0 0 ${a} ${Y}`);for(let y of d)y.setAttribute("x2",String(a-ke));u.forEach((y,w)=>{
y.setAttribute("x",String(c(w)))}),h.setAttribute("x",String(a-ke)),E()};o.resized(m,j);let $=!1,A=y=>{if(!$||l)return;let w=m.getBoundingClientRect(),O=(y.clientX-
w.left)/w.width*a,L=(y.clientY-w.top)/w.height*Y,J=e.reduce((D,_,C)=>Math.abs(c(C)-O)<Math.abs(c(D)-O)?C:D,0);N(J,t*(1-(L-le)/(Y-$e-le)))};return m.addEventListener(
"pointerdown",y=>{$=!0,m.setPointerCapture(y.pointerId),A(y)}),m.addEventListener("pointermove",A),m.addEventListener("pointerup",()=>{$=!1}),j(),{svg:m,heights:s,
show:E,lock:()=>{l=!0;for(let y of k)y.setAttribute("aria-disabled","true")}}}var Kt="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",Ge=e=>e[e.length-1],Ye={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(r=>typeof r=="number"&&W({low:0,high:t},r)),fits:(e,t)=>W(e,Ge(t)),words:(e,t)=>R(Ge(t)),overlay:({at:e},t)=>t.map((n,r)=>({x:e[r],prediction:n})),
inputs(e,t,n){let{svg:r,heights:o,show:s,lock:a}=Ke(t,n),l=i("p",{class:"plg-unit"},Kt);return{body:[i("p",{id:e,class:"plg-ask"},...M(t.ask)),l,r],missing:"Dra\
w the whole line: every point counts.",read:()=>o.includes(null)?void 0:[...o],show(c){o.splice(0,o.length,...c),s()},lock:a}}};var Ve={accepts:(e,t)=>typeof t=="number"&&W(e,t),fits:W,words:(e,t)=>R(t,ie),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=i("input",{type:"number",step:"a\
ny",id:`${e}-box`,"aria-describedby":`${e}-unit`}),r=i("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[i("label",{id:e,for:n.id,class:"plg-ask"},...M(
t.ask)),i("div",{class:"plg-entry"},n,r)],missing:`Give ${Fe(t)}.`,read(){let o=Number(n.value);return n.value.trim()!==""&&W(t,o)?o:void 0},show(o){n.value=String(
o)}}}};var Xe={accepts:({items:e},t)=>ae(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>G(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((p,d)=>d),r=!1,o=i("ol",{class:"plg-ranking","aria-labelledby":e}),s=(p,d)=>{r=!0,n.splice(d,0,...n.splice(p,1)),c();let[u,h]=o.children[d].querySelectorAll(
"button"),[x,k]=d<p?[u,h]:[h,u];(x.disabled?k:x).focus()},a=(p,d,u,h="")=>{let x=p+d<0||p+d>=n.length,k=`${t.items[n[p]]}: ${h}`;return i("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:x,"aria-label":k},onclick:()=>s(p,p+d)},u)},l=(p,d)=>i("li",{},i("span",{},t.items[p]),a(d,-1,"↑","up"),a(d,1,"↓","down")),
c=()=>o.replaceChildren(...n.map(l)),g=()=>{r=!0};c();let m=i("button",{type:"button",class:"plg-quiet",onclick:g},"I keep this order");return{body:[i("p",{id:e,
class:"plg-ask"},...M(t.ask)),o,m],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>r?[...n]:void 0,show(p){n=[...p],r=!0,c()}}}};var Ze=({cards:e})=>e.map(({pile:t})=>t),Qe={accepts:(e,t)=>ae(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||G(Ze(e),t),words({verdicts:[e]},t){return`${Ze(
e).filter((r,o)=>r===t[o]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((r,o)=>{let s=i("select",{id:`${e}-${o}`},i("option",{value:""},"…"));s.append(
...t.piles.map((c,g)=>i("option",{value:g},c)));let a=i("p",{class:"plg-reason"});return{card:i("li",{},i("label",{for:s.id},r),s,a),pile:s,reason:a}});return{body:[
i("p",{id:e,class:"plg-ask"},...M(t.ask)),i("ol",{class:"plg-cards"},...n.map(({card:r})=>r))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:r})=>r.
value==="")?void 0:n.map(({pile:r})=>Number(r.value)),show(r){r.forEach((o,s)=>{n[s].pile.value=String(o)})},tell(r,o){n.forEach(({reason:s},a)=>{let l=r.cards[a].
pile===o[a];s.dataset.correct=String(l),s.textContent=`${l?"✓":"✗"} ${r.cards[a].reason}`})}}}};var Gt={choice:Je,number:Ve,ranking:Xe,drawing:Ye,sorting:Qe},U=e=>Gt[e.form];var qe=(e,t)=>e!==void 0&&U(e).accepts(e,t),V=(e,t)=>U(e).words(e,t);function B(e,t){if(!e.verdicts||!qe(e,t))return;let{fits:n}=U(e),r=e.verdicts.find(o=>n(o,t));
return r&&{...r,text:r.text.replaceAll("{given}",V(e,t))}}var et=(e,t)=>U(e).overlay?.(e,t);function tt(e,t,n,r,o){return[t,e[n]??n,r,o===void 0?"":o?"yes":"no"]}function Yt(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([a])=>s[a]!==null)).map(s=>Object.fromEntries(t.
map(([a,l])=>[l,s[a]]))):e}function Vt(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):R(e,Number.isInteger(e)?15:5)}function Oe(e){let t=Object.keys(
e[0]??{}),n=t.map(o=>i("th",{scope:"col"},o)),r=e.map(o=>i("tr",{},...t.map(s=>i("td",{"data-label":s},Vt(o[s],s)))));return i("table",{},i("thead",{},i("tr",{},
...n)),i("tbody",{},...r))}function X(e,t){let n=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),r=i("summary",{},"The numbers as\
 a table"),o=i("details",{class:"plg-table"},r,n),s=()=>{o.open&&n.replaceChildren(Oe(Yt(t(),e.usermeta?.table)))};return o.addEventListener("toggle",s),{details:o,
fill:s}}var Xt=15e3;function nt(e,t,n,r){let o=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=i("p",{class:"plg-note",role:"alert"}),
l=i("button",{type:"button",class:"plg-quiet",onclick:async()=>{let p=await t.journal();if(s.textContent=p.refused??"",p.refused)return;let{href:d,end:u}=r.url(
new Blob([p.text??""],{type:"application/jsonl"}));i("a",{href:d,download:n.file}).click(),r.later(Xt,u)}},"Download my answers"),c=[...t.rows()],g=()=>{let p=c.
map(d=>Object.fromEntries(n.headings.map((u,h)=>[u,d[h]])));o.replaceChildren(c.length?Oe(p):"No answer yet.")};se(r,n.lesson,({question:p,text:d,correct:u,kept:h})=>{
h!==!1&&(c.push(tt(n.labels,ve(new Date().toISOString()),p,d,u)),g())}),g();let m=t.unreadable().map(p=>i("p",{class:"plg-note"},p));e.append(o,i("p",{},l),s,...m)}var Zt=100,Qt=65,rt=280,qt=640;function P(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,r)=>Object.fromEntries(t.map(o=>[o,e[o][r]])))}function Z(e){let t=i(
"div",{class:"plg-canvas","aria-hidden":"true"}),n=i("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var en=()=>new Promise(e=>{
requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,Zt)});async function te(){await v.drawing,await new Promise(e=>(globalThis.requestIdleCallback??setTimeout)(
e))}function H(e,t,n,r,o){t.style.minHeight=`${n.height+Qt}px`;let s=v.drawing.then(()=>ot(e,t,n,r,o)),a=()=>(t.style.minHeight="",en());return v.drawing=s.then(
a,a),s}async function ue(e,t,n,r){let o=await ot(e,i("div"),t,n,r),s=o&&await o.png();return o?.end(),s}async function ot(e,t,n,r,o){let s=await e.vega();if(o.ended)
return;let a=Math.max(rt,t.clientWidth||qt),l={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:P(r),...n.datasets},autosize:{type:"\
fit-x",contains:"padding"},width:a,config:{...n.config,aria:!1}},{view:c,finalize:g}=await s(t,l,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"}),m=o.begin(
"views",g),p=o.resized(t,()=>{let d=Math.max(rt,t.clientWidth);!t.clientWidth||Math.abs(d-a)<=1||(a=d,c.width(a).runAsync())});if(!o.ended)return{swap:(d,u)=>c.
data(d,u).runAsync(),png:async()=>(await c.toImageURL("png")).split(",")[1],end(){p(),m()}}}function st(e,t,{title:n,spec:r,columns:o},s){let{canvas:a,chart:l}=Z(n);if(e.append(l),r.usermeta?.table){let[c]=Object.values(r.datasets);e.append(i("div",{class:"\
plg-foot"},X(r,()=>c).details))}return H(t,a,r,o,s)}var Se={"":0,k:3,m:6},tn=/^(?:\d+(?:\.\d*)?|\.\d+)$/,nn=/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,rn=/^\d+,\d+$/;function F(e,t){let{before:n="",after:r=""}=e,[o,s]=Math.
abs(t).toExponential().split("e"),a=t&&e.quantity==="share"?2:0,l=un(o.replace(".",""),Number(s)+1+a);return`${t<0?"−":""}${n}${l}${r}`}function pe(e,t){let n={
refused:`${e.label}: give ${on(e)}.`},r=an(e,t).filter(s=>sn(e,s));if(r.length===0)return n;if(r.length===1)return{value:r[0]};let o=r.map(s=>F(e,s)).join(" or ");
return{refused:`${e.label}: this can mean ${o}; say which.`}}function on(e){let t=`between ${F(e,Number(e.low))} and ${F(e,Number(e.high))}`,n=`5 means ${e.before}\
5${e.after}`;return e.quantity==="share"?`a share ${t} (${n})`:e.quantity==="money"?`an amount ${t}${e.size?` (${n})`:""}`:at(e)?`a whole number ${t}`:`a number\
 ${t}`}var at=({kind:e,quantity:t})=>e==="whole"||t==="people",sn=(e,t)=>Number(e.low)<=t&&t<=Number(e.high)&&(!at(e)||Number.isInteger(t));function an(e,t){let[
,n,r]=/^([-−–+]?)(.*)$/.exec(it(t)),o=n!==""&&n!=="+",s=(m,p)=>ln(m,p,o);if(e.quantity==="share"){if(r.endsWith("%"))return s(r.slice(0,-1),-2);let[m]=s(r,-2);
return 0<m&&m<.01?[m,...s(r,0)]:s(r,-2)}if(e.quantity!=="money")return s(r,0);let{amount:a,size:l,named:c}=cn(r,it(e.currency)),g=Se[e.size];return l!==""?s(a,Se[l]-
g):c&&g?[...s(a,0),...s(a,-g)]:s(a,0)}var it=e=>e.trim().toLowerCase().replace(/(\d)[\s'’](?=\d{3}(?!\d))/g,"$1").replace(/(\D)\s+/g,"$1").replace(/\s+(?=\D)/g,
"");function cn(e,t){let n=Object.keys(Se).flatMap(r=>[{before:r+t,after:"",size:r,named:!0},{before:t,after:r,size:r,named:!0},{before:"",after:t+r,size:r,named:!0},
{before:"",after:r+t,size:r,named:!0},{before:"",after:r,size:r,named:!1}]);for(let{before:r,after:o,size:s,named:a}of n){let l=e.slice(r.length,e.length-o.length);
if(e===r+l+o&&/^[\d.,]/.test(l)&&/[\d.,]$/.test(l))return{amount:l,size:s,named:a}}return{amount:"",size:"",named:!1}}function ln(e,t,n){let r=nn.test(e)?e.replaceAll(
",",""):rn.test(e)?e.replace(",","."):e;if(!tn.test(r))return[];let o=+`${r}e${t}`;return Number.isFinite(o)?[n?-o:o]:[]}function un(e,t){let n=e.padStart(e.length+
Math.max(0,1-t),"0").padEnd(t,"0"),r=Math.max(1,t),o=n.slice(0,r).replace(/\B(?=(\d{3})+$)/g,","),s=n.slice(r).replace(/0+$/,"");return s?`${o}.${s}`:o}var pn=e=>e.replace(/^#/,"").replace(/(?:%[0-9a-f]{2})+/gi,t=>{try{return decodeURIComponent(t)}catch{return t}});function ct(e,t){if(!e.includes("="))return;let n={},
r=[];for(let o of e.replace(/^#/,"").split("&")){let[s,a=""]=o.split(/=(.*)/s).map(pn),l=t.find(g=>g.name===s);if(!l){r.push(`The address sets ${s}; here it can\
 set ${t.map(g=>g.name).join(", ")}.`);continue}let c=l.kind==="choice"||l.kind==="flag"?dn(l,a):pe(l,a);"value"in c?n[s]=c.value:r.push(`The address says ${s}=${a}\
. ${c.refused}`)}return{values:n,refused:r}}function lt(e,t){let r=e.filter(({name:o,value:s})=>t[o]!==s).map(o=>{let s=encodeURIComponent(ne(o,t[o.name])).replaceAll(
"%25","%");return`${o.name}=${s}`});return r.length?`#${r.join("&")}`:""}function ne(e,t){return e.kind==="flag"?t?"yes":"no":e.kind==="choice"?t:F(e,t)}function dn(e,t){
let n=e.positions.find(o=>ne(e,o)===t),r=e.positions.map(o=>ne(e,o)).join(" or ");return n===void 0?{refused:`${e.label}: give ${r}.`}:{value:n}}var fn=["opacity","strokeOpacity","fillOpacity","tooltip"];function ut({layer:e,mark:t,encoding:n={},data:r,params:o,name:s,...a}){if(r&&r.name!=="outcome")return[];
let l=Object.fromEntries(Object.entries(n).filter(([g])=>!fn.includes(g)));if(e)return[{...a,encoding:l,layer:e.flatMap(ut)}];let c=t.type?t:{type:t};return c.type===
"text"||c.opacity===0?[]:[{...a,encoding:l,mark:{...c,opacity:.3*(c.opacity??1),tooltip:null}}]}function pt(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(ut)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}function Ee(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(r=>Math.abs(Number(r)-t));return n.indexOf(Math.min(...n))}function dt(e,t){let n=I("control"),r=e.unit?` (${e.unit})`:"",o=i("label",{for:n,class:"plg-label",title:e.help},e.label);r&&o.append(i("span",{class:"plg-unit"},
r));let s=i("p",{class:"plg-note",role:"alert",id:`${n}-note`}),a=e.kind==="choice"||e.kind==="flag",{inputs:l,show:c}=a?mn(e,n,t):gn(e,n,r,t);return c(e.value),
{row:i("div",{class:"plg-control"},o,...l,s),show:c,note:s}}function mn(e,t,{moved:n,settled:r,touched:o}){let s=i("select",{id:t,autocomplete:"off",onchange(){
o(),n(s.selectedIndex),r()},onfocus:o}),a=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...a.map(c=>i("option",{},String(c)))),{inputs:[s],show:c=>{s.
selectedIndex=Ee(e.positions,c)}}}function gn(e,t,n,{moved:r,settled:o,typed:s,touched:a}){let l=i("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,
autocomplete:"off",oninput:()=>r(Number(l.value)),onchange:o,onfocus:a,onpointerdown:a}),c=i("input",{type:"text",class:"plg-box",inputmode:"decimal",autocomplete:"\
off","aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}-note`,onchange:()=>s(c.value),onfocus:a});return{inputs:[l,c],show:m=>{let p=F(e,m);l.value=
String(Ee(e.positions,m)),l.setAttribute("aria-valuetext",p),c.value=p}}}var ft="This browser does not run the model, so the picture stays as it is. The notebook computes it.",Ae="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",hn="The kernel computes this picture, so each move waits for it.",bn="These values cannot be computed";function gt(e,{model:t}){let n,
r,o,s=!1,a=e.outcome;async function l(){try{if(t===void 0)throw new Error(Ae);return n=await e.engine(),n.cell(t,{}),""}catch(p){return n=void 0,t!==void 0&&console.
warn(p),a?hn:t===void 0?Ae:ft}}async function c(p){return n&&t!==void 0?mt(n,t,p):a?a(p):{refused:t===void 0?Ae:ft}}async function g(){for(s=!0;o;){let{values:p,
heard:d}=o;await m.start();let u=await c(p);o?.values===p&&(o=void 0,d(u))}s=!1}let m={start(){return r??=l(),r},alive:()=>!!(n||a),at(p,d){if(n&&t!==void 0&&!s)
return d(mt(n,t,p));o={values:p,heard:d},s||g()}};return m}function mt(e,t,n){try{return{cell:e.cell(t,n)}}catch(r){console.error(r);let o=String(r instanceof Error?
r.message:r).trim().split(`
`);return{refused:`${bn}: ${o[o.length-1]}.`}}}var Ne=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function ht(e){let t=[e],n=!1,r=()=>t[t.length-1];return{begin(){n=!1},settle(o){Ne(r().values,o.values)||(n&&
t.pop(),n=!0,(!t.length||!Ne(r().values,o.values))&&t.push(o))},before:o=>Ne(r().values,o)?t[t.length-2]:r(),undo(){if(n=!1,!(t.length<2))return t.pop(),r()}}}function bt(e,t,n,r){let{controls:o,spec:s}=n,a=Object.fromEntries(o.map(({name:f,value:b})=>[f,b])),l={...a},c={values:a,cell:n.cell},g=o[0].name,m=0,p=!1,d=!1,
u,h=ht(c),x=gt(t,n),k=i("p",{class:"plg-sentence",role:"status"},c.cell.sentence),E=n.measures.map((f,b)=>i("dd",{},c.cell.headline[b])),N=n.measures.map(()=>i(
"dd",{class:"plg-before"})),j=n.measures.map((f,b)=>i("div",{},i("dt",{},f),E[b],N[b])),{canvas:$,chart:A}=Z(c.cell.sentence),T=X(s,()=>P(c.cell.columns)),y=i("\
p",{class:"plg-engine",role:"status"}),w=i("p",{class:"plg-note",role:"alert"}),O=i("p",{class:"plg-change",role:"status"}),L=f=>f?e.setAttribute("aria-busy","t\
rue"):e.removeAttribute("aria-busy"),J=f=>`${o.filter(({name:S})=>f[S]!==c.values[S]).map(S=>`${S.label} ${ne(S,f[S.name])}`).join(", ")}.`,D=()=>{let f=h.before(
c.values);Re.disabled=be.disabled=!f;let b=d?f:void 0;be.setAttribute("aria-pressed",String(d)),N.forEach((S,Q)=>{S.textContent=b?`before: ${b.cell.headline[Q]}`:
""}),O.textContent=b?`Before: ${J(b.values)}`:"",u&&d?u.swap("before",b?P(b.cell.columns):[]):u?.ghost&&u.swap("before",[])},_=()=>{if(r.ended)return;let{cell:f}=c;
u?.swap("outcome",P(f.columns)),k.textContent=f.sentence,A.setAttribute("aria-label",f.sentence),E.forEach((b,S)=>{b.textContent=f.headline[S]}),T.fill(),D()},C={},
Le=()=>{for(let{name:f}of o)C[f].show(l[f])},ge=()=>{w.textContent="";for(let{note:f}of Object.values(C))f.textContent=""},$t=(f,{cell:b,refused:S})=>{L(!1),b?(c=
{values:f,cell:b},p&&h.settle(c)):(C[g].note.textContent=S??"",Object.assign(l,c.values),Le()),p=!1,_()},Ot=()=>{m=0;let f={...l};L(!0),x.at(f,b=>$t(f,b))},Ce=f=>{
Object.assign(l,f),ge();for(let b of Object.keys(f))C[b].show(l[b]);m||(m=requestAnimationFrame(Ot))},Ie=()=>{p=!0,!(m||Object.keys(l).some(f=>l[f]!==c.values[f]))&&
(h.settle(c),p=!1,D())},he=f=>{h.begin(),Ce(f),Ie()},St=()=>{let f=h.undo();f&&(c=f,Object.assign(l,f.values),ge(),Le(),_())},Et=async()=>{d=!d;let f=h.before(c.
values);if(d&&f&&s.layer&&u&&!u.ghost){u.end();let b=pt(s,P(f.cell.columns));u=await H(t,$,b,c.cell.columns,r),u&&(u.ghost=!0)}_()},At=f=>{let{name:b,positions:S}=f;
return dt(f,{moved:we=>{g=b,Ce({[b]:S[we]})},typed:we=>{g=b;let ye=pe(f,we);if("value"in ye)return he({[b]:ye.value});ge(),C[b].note.textContent=ye.refused,C[b].
show(l[b])},settled:Ie,touched:()=>{g=b,h.begin(),x.start()}})};for(let f of o)C[f.name]=At(f);let re=(f,b)=>i("button",{type:"button",class:"plg-quiet",onclick:b},
f),Re=re("Undo",St),be=re("What changed?",Et),Nt=({hash:f,copy:b})=>{let S=()=>{let q=ct(f(),o);q&&(Object.keys(q.values).length&&he({...a,...q.values}),w.textContent=
q.refused.join(" "),e.scrollIntoView({behavior:"instant"}))};r.listen(window,"hashchange",S),te().then(S);let Q=i("span",{class:"plg-copied",role:"status"});return[
re("Copy address",async()=>Q.replaceChildren(await b(lt(o,l)))),Q]},jt=re("Start values",()=>he({...a})),Lt=t.address&&Nt(t.address);return D(),e.append(i("div",
{class:"plg-stage"},i("div",{class:"plg-controls"},...o.map(({name:f})=>C[f].row)),i("dl",{class:"plg-headline"},...j),A,k,i("div",{class:"plg-foot"},T.details,
Re,be,jt,...Lt??[]),O,w,y)),H(t,$,s,c.cell.columns,r).then(async f=>{if(u=f,c.values!==a&&_(),await te(),r.ended)return;let b=t.store&&await ue(t,s,n.cell.columns,
r);if(b&&t.store?.(b),y.textContent=await x.start(),!x.alive())for(let S of e.querySelectorAll(".plg-controls :is(input, select)"))S.toggleAttribute("disabled",
!0)})}function de({edition:e},{solution:t}){return t?[i("details",{class:"plg-solution",open:e==="instructor"},i("summary",{},"The answer"),t)]:[]}var fe=(e,t)=>i("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),me=e=>e?"✓ Right. ":"✗ Not this. ";var je="Finish",wn="Finished. What was right is told after the course, when you know more.";function wt(e,t,n,r){let o=i("p",{class:"plg-saved",role:"status"}),
s=i("button",{type:"submit"},je),a=i("form"),l=n.questions.map((u,h,x)=>{let{body:k,read:E,show:N}=U(u).inputs(I("question"),u,r),j=i("div",{class:"plg-result"}),
$=i("div",{class:"plg-question"},fe(h,x),...k,j);$.addEventListener("change",()=>p(u,E()));let A=t.kept(u.name);return A!==void 0&&N(A),{place:$,question:u,read:E,
result:j}}),c=()=>l.flatMap(({read:u},h)=>u()===void 0?[h+1]:[]),g=u=>{o.textContent=`${l.length-c().length} of ${l.length} answered. ${u}`},m=async(u,h)=>{s.textContent=
je;let x=await t.keep(u,h);return K(o,x),g(o.textContent??""),!x.refused},p=async(u,h)=>{let x={...u,verdicts:void 0};await m(x,h)&&ee({lesson:n.lesson,question:u.
name,value:h,text:V(u,h)})},d=()=>{for(let h of a.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return g(
wn);let u=0;for(let{question:h,read:x,result:k}of l){let E=yn(h,x(),k);k.dataset.correct=String(E),u+=Number(E)}g(`Finished: ${u} of ${l.length} right. Each que\
stion now says why.`)};a.addEventListener("submit",async u=>{u.preventDefault();let h=c();if(h.length&&s.textContent===je)return s.textContent="Finish all the s\
ame",g(`Still open: ${h.join(", ")}.`);let x=l.length-h.length;await m({name:n.end,kind:"note",edition:n.endEdition},x)&&(ee({lesson:n.lesson,question:n.end,value:x,
text:String(x)}),d())}),a.append(...l.flatMap(({place:u,question:h})=>[u,...de(n,h)]),s,o),e.append(a),t.kept(n.end)===void 0?g(""):d()}function yn(e,t,n){let r=t===
void 0?void 0:B(e,t),o=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(i("strong",{},r?me(r.correct):"Not answered."),r?.text??""),o&&!r?.correct&&n.
append(i("p",{},i("em",{},"Right: "),e.options[o.option]," ",o.text)),!!r?.correct}function yt(e,t,n,r){n.questions.forEach((o,s,a)=>{let l=xn(t,n,o,r);a.length>1&&l.prepend(fe(s,a)),e.append(l,...de(n,o))})}function xn(e,t,n,r){let o=I("quest\
ion"),{locks:s}=n,a=i("div",{class:"plg-result",role:"status"}),l=i("p",{class:"plg-saved"}),c=i("button",{type:"submit"},s?"Commit":"Answer"),g=i("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":o}),{body:m,missing:p,read:d,show:u,tell:h,lock:x}=U(n).inputs(o,n,r),k=m[m.length-1];(k.classList.contains("\
plg-entry")?k:g).append(c),g.prepend(...m),g.append(a,l);let E=j=>{if(s){for(let A of g.querySelectorAll("input, button, select"))A.toggleAttribute("disabled",!0);
x?.(),a.textContent="Committed. It is compared with the answer further down.";return}let $=B(n,j);$&&(a.replaceChildren(i("strong",{},me($.correct)),$.text),h?.(
$,j),a.dataset.correct=String($.correct))},N=e.kept(n.name);return N!==void 0&&(u(N),E(N)),g.addEventListener("submit",async j=>{j.preventDefault();let $=d();if($===
void 0){a.textContent=p;return}c.disabled=!0,l.textContent="Saving …";let A=await e.keep(n,$);if(c.disabled=!1,K(l,A),A.refused&&s)return;let T=A.value??$,y=G(
T,$);if(y||u(T),E(T),A.refused)return;let w=s?void 0:B(n,T)?.correct,O=V(n,T);ee({lesson:t.lesson,question:n.name,value:T,text:O,correct:w,kept:y})}),g}function xt(e,t,n,r){let{question:o,spec:s,columns:a}=n,l=i("p",{class:"plg-waiting"},n.waiting);e.append(l);let c=!1,g=async d=>{if(c)return;c=!0;let u=(d===void 0?
void 0:B(o,d))?.text??n.truth,{canvas:h,chart:x}=Z(`${n.description} ${u}`),k=X(s,()=>P(a));e.replaceChildren(i("p",{class:"plg-sentence",role:"status"},u),x,i(
"div",{class:"plg-foot"},k.details));let E=await H(t,h,s,a,r),N=d===void 0?void 0:et(o,d);N&&E?.swap("prediction",N)};se(r,n.lesson,d=>{d.question===o.name&&g(d.
value)});let m=async()=>{await te();let d=r.ended?void 0:await ue(t,s,a,r);d&&t.store?.(d)};t.store&&m();let p=t.kept(o.name);if(p!==void 0)return g(p);if(t.skippable){
let d=()=>g(void 0);l.append(" ",i("button",{type:"button",class:"plg-quiet",onclick:d},"Show it without"))}}function vt(e,t,n,r){let o=I("notes"),s=i("textarea",{id:o,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let a=i("p",{class:"plg-saved",role:"st\
atus"}),l=i("p",{}),c=[],g=async()=>{a.textContent="Saving …";let m=await t.takeHome(s.value);K(a,m);for(let u of c)u();let p=(m.files??[]).map(([u,h])=>({name:u,
...r.url(new Blob([Te(h)]))}));c=p.map(({end:u})=>u);let d=({name:u="",href:h=""})=>i("a",{class:"plg-download",href:h,download:u},`Download ${u}`);l.replaceChildren(
...p.flatMap(u=>[d(u)," "]))};e.append(i("label",{for:o,class:"plg-ask"},"My notes"),s,i("p",{},i("button",{type:"button",onclick:g},"Save my page")),a,l)}var vn="This part of the page could not be drawn. Load the page again; the other parts work.",kn={explorer:bt,questions:yt,paper:wt,reveal:xt,answers:nt,takehome:vt,
chart:st};function $n(e,t){let n=t instanceof Error?t.message:String(t);e.append(i("p",{class:"plg plg-note",role:"alert"},`${vn} (${n})`))}function kt(e,t,n,r){
let o=i("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});We(o,r),e.append(o);let s=a=>{console.error(a),o.replaceChildren(),$n(o,a)};try{Promise.
resolve(kn[n.kind](o,t,n,r)).catch(s)}catch(a){s(a)}}function On({model:e,el:t}){let n=new oe,r=e.get("payload");return t.toggleAttribute("data-plgkit-stored",!!e.get("stored")),kt(t,_e(e,r,n),r,n),()=>{n.end(),t.
replaceChildren()}}var Zo={render:On};export{Zo as default};
