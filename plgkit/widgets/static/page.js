"use strict";(()=>{function a(e,t={},...n){let o=document.createElement(e);for(let[r,s]of Object.entries(t))r.startsWith("on")?o.addEventListener(r.slice(2),s):s!==void 0&&s!==!1&&
o.setAttribute(r,s===!0?"":s);return o.append(...n),o}function z(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[o,r]of Object.entries(
t))n.setAttribute(o,String(r));return n}function K(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}function P(e){let t=atob(e),n=new Uint8Array(t.length);for(let o=0;o<t.length;o++)n[o]=t.charCodeAt(o);return n}var Q=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function Pe(e){let t=URL.createObjectURL(new Blob([await Q(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var Ue=globalThis;Ue.plgkitShared??={};var x=Ue.plgkitShared;x.ids??=0;x.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};x.drawing??=Promise.resolve();
function U(e){return x.ids+=1,`plg-${e}-${x.ids}`}var It=4*1024*1024,Lt=10,Tt=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function Be(e,t){x.engines??=new Map;let n=x.engines.get(e);return n||(n=Rt(t),x.engines.set(e,n)),n}async function Rt(e){let t=new Uint8Array(await Q(await e()).
arrayBuffer()),n=t.indexOf(Lt),{loader:o,models:r}=JSON.parse(new TextDecoder().decode(t.subarray(0,n))),s=URL.createObjectURL(new Blob([o],{type:"text/javascri\
pt"})),c=URL.createObjectURL(new Blob([t.subarray(n+1)],{type:"application/wasm"}));try{let{loadMicroPython:p}=await import(s),i=await p({heapsize:It,url:c});for(let f of[
"/lib","/lib/plgkit","/lib/plgkit/models"])i.FS.mkdir(f);i.FS.writeFile("/lib/plgkit/__init__.py","");for(let[f,l]of Object.entries(r))i.FS.writeFile(`/lib/plgk\
it/models/${f}`,l);i.runPython(Tt);let d=i.globals.get("answer");return{cell:(f,l)=>JSON.parse(d(f,JSON.stringify(l)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(
c)}}function j(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let o=Number(n.toExponential().split(
"e")[1]),r=Math.min(300,Math.max(0,t-1-o)),s=String(BigInt(Math.round(n*+`1e${r}`))).padStart(r+1,"0"),c=s.slice(0,s.length-r).replace(/\B(?=(\d{3})+$)/g,","),p=s.
slice(s.length-r).replace(/0+$/,""),i=p?`${c}.${p}`:c;return e<0&&i!=="0"?`−${i}`:i}var he=e=>`${j(100*e)}%`,G=10,Fe=({low:e,high:t})=>`a number between ${j(e,
G)} and ${j(t,G)}`,oe=e=>e.slice(0,16).replace("T"," ");var Ct=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function Mt(e){let[,t="",n="",o=""]=e.match(Ct)??[e,"",e,""];return{before:t,ask:n,after:o}}
function R(e){let{before:t,ask:n,after:o}=Mt(e),r=s=>a("span",{class:"plg-situation"},s);return[...t?[r(t)," "]:[],n,...o?[" ",r(o)]:[]]}var We={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(r=>{let s=a(
"input",{type:"radio",name:e,value:r,id:`${e}-${r}`}),c=a("label",{for:s.id},t.options[r]);return{radio:s,row:a("div",{class:"plg-option"},s,c)}}),o=a("legend",
{id:e},...R(t.ask));return{body:[a("fieldset",{},o,...n.map(({row:r})=>r))],missing:"Choose one of the answers first.",read(){let r=n.find(({radio:s})=>s.checked);
return r&&Number(r.radio.value)},show(r){let s=n.find(({radio:c})=>Number(c.value)===r);s&&(s.radio.checked=!0)}}}};var Y=(e,t)=>JSON.stringify(e)===JSON.stringify(t),W=(e,t)=>e.low<=t&&t<=e.high,re=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(o=>Number.isInteger(o)&&o>=0&&
o<n);var V=240,Dt=560,Pt=240,[se,be,ie,we]=[62,16,14,34],_e=[0,1,2,3,4],Ut=4,Bt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function He({
at:e,top:t,xTitle:n,yTitle:o},r){let s=e.map(()=>null),c=Dt,p=!1,i=b=>se+(c-se-be)*(e[b]-e[0])/(e[e.length-1]-e[0]),d=b=>ie+(V-we-ie)*(1-b/t),f=z("svg",{class:"\
plg-drawing",role:"group","aria-label":`${o}, by ${n}`}),l=(b,w)=>{let k=z("text",w);return k.textContent=b,f.append(k),k},m=_e.map(b=>{let w=t*b/(_e.length-1);
l(j(w),{x:se-8,y:d(w)+4,"text-anchor":"end"});let k=z("line",{x1:se,y1:d(w),y2:d(w),class:"plg-grid"});return f.append(k),k}),u=e.map(b=>l(String(b),{y:V-we+18,
"text-anchor":"middle"})),h=l(n,{y:V-2,"text-anchor":"end"}),v=z("polyline",{class:"plg-line"}),O=e.map((b,w)=>{let A={"aria-label":`${o} at ${n} ${b}`,"aria-va\
luemin":0,"aria-valuemax":t},L=z("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...A});return L.addEventListener("keydown",D=>{let J=Bt[D.key];!J||p||(D.
preventDefault(),I(w,(s[w]??s[w-1]??0)+J*t/100))}),L});f.append(v,...O);let E=()=>{O.forEach((w,k)=>{let A=s[k];w.setAttribute("cx",String(i(k))),w.setAttribute(
"cy",String(d(A??0))),w.classList.toggle("plg-unset",A===null),w.setAttribute("aria-valuenow",String(A??0)),w.setAttribute("aria-valuetext",A===null?"not drawn \
yet":j(A))});let b=s.flatMap((w,k)=>w===null?[]:[`${i(k)},${d(w)}`]);v.setAttribute("points",b.join(" "))},I=(b,w)=>{s[b]=Math.min(t,Math.max(0,Number(w.toPrecision(
Ut)))),E()},N=()=>{c=Math.max(Pt,f.clientWidth||c),f.setAttribute("viewBox",`0 0 ${c} ${V}`);for(let b of m)b.setAttribute("x2",String(c-be));u.forEach((b,w)=>{
b.setAttribute("x",String(i(w)))}),h.setAttribute("x",String(c-be)),E()};r.resized(f,N);let S=!1,$=b=>{if(!S||p)return;let w=f.getBoundingClientRect(),k=(b.clientX-
w.left)/w.width*c,A=(b.clientY-w.top)/w.height*V,L=e.reduce((D,J,ne)=>Math.abs(i(ne)-k)<Math.abs(i(D)-k)?ne:D,0);I(L,t*(1-(A-ie)/(V-we-ie)))};return f.addEventListener(
"pointerdown",b=>{S=!0,f.setPointerCapture(b.pointerId),$(b)}),f.addEventListener("pointermove",$),f.addEventListener("pointerup",()=>{S=!1}),N(),{svg:f,heights:s,
show:E,lock:()=>{p=!0;for(let b of O)b.setAttribute("aria-disabled","true")}}}var Ft="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",Je=e=>e[e.length-1],ze={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(o=>typeof o=="number"&&W({low:0,high:t},o)),fits:(e,t)=>W(e,Je(t)),words:(e,t)=>j(Je(t)),overlay:({at:e},t)=>t.map((n,o)=>({x:e[o],prediction:n})),
inputs(e,t,n){let{svg:o,heights:r,show:s,lock:c}=He(t,n),p=a("p",{class:"plg-unit"},Ft);return{body:[a("p",{id:e,class:"plg-ask"},...R(t.ask)),p,o],missing:"Dra\
w the whole line: every point counts.",read:()=>r.includes(null)?void 0:[...r],show(i){r.splice(0,r.length,...i),s()},lock:c}}};var Ke={accepts:(e,t)=>typeof t=="number"&&W(e,t),fits:W,words:(e,t)=>j(t,G),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=a("input",{type:"number",step:"an\
y",id:`${e}-box`,"aria-describedby":`${e}-unit`}),o=a("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[a("label",{id:e,for:n.id,class:"plg-ask"},...R(
t.ask)),a("div",{class:"plg-entry"},n,o)],missing:`Give ${Fe(t)}.`,read(){let r=Number(n.value);return n.value.trim()!==""&&W(t,r)?r:void 0},show(r){n.value=String(
r)}}}};var Ge={accepts:({items:e},t)=>re(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>Y(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((l,m)=>m),o=!1,r=a("ol",{class:"plg-ranking","aria-labelledby":e}),s=(l,m)=>{o=!0,n.splice(m,0,...n.splice(l,1)),i();let[u,h]=r.children[m].querySelectorAll(
"button"),[v,O]=m<l?[u,h]:[h,u];(v.disabled?O:v).focus()},c=(l,m,u,h="")=>{let v=l+m<0||l+m>=n.length,O=`${t.items[n[l]]}: ${h}`;return a("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:v,"aria-label":O},onclick:()=>s(l,l+m)},u)},p=(l,m)=>a("li",{},a("span",{},t.items[l]),c(m,-1,"↑","up"),c(m,1,"↓","down")),
i=()=>r.replaceChildren(...n.map(p)),d=()=>{o=!0};i();let f=a("button",{type:"button",class:"plg-quiet",onclick:d},"I keep this order");return{body:[a("p",{id:e,
class:"plg-ask"},...R(t.ask)),r,f],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>o?[...n]:void 0,show(l){n=[...l],o=!0,i()}}}};var Ye=({cards:e})=>e.map(({pile:t})=>t),Ve={accepts:(e,t)=>re(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||Y(Ye(e),t),words({verdicts:[e]},t){return`${Ye(
e).filter((o,r)=>o===t[r]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((o,r)=>{let s=a("select",{id:`${e}-${r}`},a("option",{value:""},"…"));s.append(
...t.piles.map((i,d)=>a("option",{value:d},i)));let c=a("p",{class:"plg-reason"});return{card:a("li",{},a("label",{for:s.id},o),s,c),pile:s,reason:c}});return{body:[
a("p",{id:e,class:"plg-ask"},...R(t.ask)),a("ol",{class:"plg-cards"},...n.map(({card:o})=>o))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:o})=>o.
value==="")?void 0:n.map(({pile:o})=>Number(o.value)),show(o){o.forEach((r,s)=>{n[s].pile.value=String(r)})},tell(o,r){n.forEach(({reason:s},c)=>{let p=o.cards[c].
pile===r[c];s.dataset.correct=String(p),s.textContent=`${p?"✓":"✗"} ${o.cards[c].reason}`})}}}};var Wt={choice:We,number:Ke,ranking:Ge,drawing:ze,sorting:Ve},C=e=>Wt[e.form];var Z=(e,t)=>e!==void 0&&C(e).accepts(e,t),_=(e,t)=>C(e).words(e,t);function M(e,t){if(!e.verdicts||!Z(e,t))return;let{fits:n}=C(e),o=e.verdicts.find(r=>n(r,t));
return o&&{...o,text:o.text.replaceAll("{given}",_(e,t))}}var qe=(e,t)=>C(e).overlay?.(e,t);var _t=1,ve=1,Ht="(with other numbers, or to an earlier edition of the question)",Jt=["at","lesson","learner","part","kind","variant"],zt=["prediction","exercis\
e","quiz","note"],Kt=/(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/,xe=e=>typeof e=="string",ye=e=>Number.isSafeInteger(e)&&e>=0,Xe={given:e=>typeof e=="object"&&e!==null&&!Array.
isArray(e),person:e=>xe(e)&&e!=="",edition:e=>ye(e)&&e>=ve,sure:e=>typeof e=="number"&&e>=0&&e<=1,hints:ye,round:ye};function Gt(e){let t;try{t=JSON.parse(e)}catch{
return}if(!(!Xe.given(t)||t.v!==_t||!("value"in t))&&!Kt.test(JSON.stringify(t))&&!(!Jt.every(n=>xe(t[n]))||!zt.includes(t.kind)))return Object.entries(Xe).every(
([n,o])=>!(n in t)||o(t[n]))?t:void 0}var ke=e=>e.split(`
`).filter(t=>t.trim()),ee=e=>ke(e).flatMap(t=>Gt(t)??[]),Yt=(e,t)=>Object.keys(e).length===Object.keys(t).length&&Object.keys(e).every(n=>JSON.stringify(e[n])===
JSON.stringify(t[n]));function ae(e,t,n=ve){return(e.given?Yt(e.given,t.given):e.variant===t.variant)&&(e.edition??ve)===n}function Qe(e,t,n){let o=new Map;for(let r of e)
ae(r,t,n(r.part))&&o.get(r.part)?.kind!=="prediction"&&o.set(r.part,r);return o}function Ze(e,t,n,o,r){let s=o.toISOString().replace("Z","+00:00"),{name:c,kind:p,
edition:i}=t,{correct:d,misconception:f}="verdicts"in t&&M(t,n)||{};return JSON.stringify({...e,at:s,part:c,kind:p,value:n,correct:d,misconception:f,person:r,edition:i})}
function Oe(e,t,n,o,r){return[t,e[n]??n,o,r===void 0?"":r?"yes":"no"]}function et(e,t,n,o){let{at:r,part:s,kind:c,value:p}=o,i=t.get(s),d=c==="prediction"||typeof o.
correct!="boolean"?void 0:o.correct,f=p;return i&&!ae(o,n,i.edition)?f=`${Vt(p)} ${Ht}`:i&&Z(i,p)&&(f=_(i,p)),Oe(e,oe(r),s,f,d)}var Vt=e=>xe(e)?e:JSON.stringify(
e);var qt="This browser does not keep answers: download them before you close the page.",Xt="You had committed before: your first prediction is shown, and stays.";
function Qt(){let e=document.getElementById("plgkit-vega");return e.src?new Promise(t=>{e.addEventListener("load",()=>t(x.embed))}):Pe(P(e.text.trim()))}function Se(){
return x.vega??=Qt(),x.vega}async function Zt(){let{dataset:e,textContent:t}=document.getElementById("plgkit-python");return e.src?(await new Promise((n,o)=>{document.
head.append(a("script",{src:e.src,onload:n,onerror:o}))}),P(x.python??"")):P((t??"").trim())}var en=()=>Be("page",Zt),tn={stamp:{v:1,lesson:"",learner:"",variant:"",
given:{}},questions:new Map,editions:new Map,journal:{read:()=>"",person:()=>"",append:()=>!1}};function tt(e,t){let{stamp:n,questions:o,editions:r,journal:s}=t??
tn,c=()=>ee(s.read()).filter(({lesson:i,learner:d})=>i===n.lesson&&d===n.learner),p=i=>{let d=o.get(i),f=c().filter(l=>l.part===i&&(!d||Z(d,l.value)));return Qe(
f,n,l=>r.get(l)).get(i)};return{skippable:!0,vega:Se,engine:en,async keep(i,d){let f=i.locks?p(i.name):void 0;if(f?.kind==="prediction")return{value:f.value,saved:Xt};
let l=s.append(Ze(n,i,d,new Date,s.person()));return{value:d,saved:l?"Kept in this browser.":qt}},async takeHome(i){let d=await this.keep({name:"notes",kind:"no\
te"},i);return print(),d},kept:i=>p(i)?.value,rows:()=>c().map(i=>et(e.labels,o,n,i)),unreadable(){let i=ke(s.read()).length-c().length;return i?[`Set aside, an\
d kept in the download: ${i} stored ${i>1?"lines":"line"} of no use here.`]:[]},journal:async()=>({text:s.read()})}}var ce=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};x.live[t]+=1;let o=()=>{this.#e.delete(o)&&(x.live[t]-=1,n())};return this.#e.add(o),
o}listen(t,n,o){return t.addEventListener(n,o),this.begin("listeners",()=>t.removeEventListener(n,o))}resized(t,n){let o=new ResizeObserver(n);return o.observe(
t),this.begin("observers",()=>o.disconnect())}later(t,n){let o=setTimeout(()=>{r(),n()},t),r=this.begin("timers",()=>clearTimeout(o));return r}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};var nn="data-lm-suppress-shortcuts",ot=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function nt(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(nn,ot(e))}function rt(e,t){e.addEventListener("keydown",n=>ot(n)&&n.stopPropagation()),x.live.guards===0&&(addEventListener("keydown",
nt,!0),x.unguard=()=>removeEventListener("keydown",nt,!0)),t.begin("guards",()=>{x.live.guards===0&&x.unguard?.()})}var st="plgkit:answered",te=e=>document.dispatchEvent(new CustomEvent(st,{detail:e}));function le(e,t,n){e.listen(document,st,({detail:o})=>{o.lesson===t&&n(o)})}function on(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([c])=>s[c]!==null)).map(s=>Object.fromEntries(t.
map(([c,p])=>[p,s[c]]))):e}function rn(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):j(e,Number.isInteger(e)?15:5)}function Ee(e){let t=Object.keys(
e[0]??{}),n=t.map(r=>a("th",{scope:"col"},r)),o=e.map(r=>a("tr",{},...t.map(s=>a("td",{"data-label":s},rn(r[s],s)))));return a("table",{},a("thead",{},a("tr",{},
...n)),a("tbody",{},...o))}function q(e,t){let n=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),o=a("summary",{},"The numbers as\
 a table"),r=a("details",{class:"plg-table"},o,n),s=()=>{r.open&&n.replaceChildren(Ee(on(t(),e.usermeta?.table)))};return r.addEventListener("toggle",s),{details:r,
fill:s}}var sn=15e3;function it(e,t,n,o){let r=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=a("p",{class:"plg-note",role:"alert"}),
p=a("button",{type:"button",class:"plg-quiet",onclick:async()=>{let l=await t.journal();if(s.textContent=l.refused??"",l.refused)return;let{href:m,end:u}=o.url(
new Blob([l.text??""],{type:"application/jsonl"}));a("a",{href:m,download:n.file}).click(),o.later(sn,u)}},"Download my answers"),i=[...t.rows()],d=()=>{let l=i.
map(m=>Object.fromEntries(n.headings.map((u,h)=>[u,m[h]])));r.replaceChildren(i.length?Ee(l):"No answer yet.")};le(o,n.lesson,({question:l,text:m,correct:u,kept:h})=>{
h!==!1&&(i.push(Oe(n.labels,oe(new Date().toISOString()),l,m,u)),d())}),d();let f=t.unreadable().map(l=>a("p",{class:"plg-note"},l));e.append(r,a("p",{},p),s,...f)}var an=100,cn=65,at=280,ln=640;function B(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,o)=>Object.fromEntries(t.map(r=>[r,e[r][o]])))}function X(e){let t=a(
"div",{class:"plg-canvas","aria-hidden":"true"}),n=a("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var pn=()=>new Promise(e=>{
requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,an)});async function ct(){await x.drawing,await new Promise(e=>(globalThis.requestIdleCallback??setTimeout)(
e))}function H(e,t,n,o,r){t.style.minHeight=`${n.height+cn}px`;let s=x.drawing.then(()=>un(e,t,n,o,r)),c=()=>(t.style.minHeight="",pn());return x.drawing=s.then(
c,c),s}async function un(e,t,n,o,r){let s=await e.vega();if(r.ended)return;let c=Math.max(at,t.clientWidth||ln),p={...n,$schema:"https://vega.github.io/schema/v\
ega-lite/v6.json",datasets:{outcome:B(o),...n.datasets},autosize:{type:"fit-x",contains:"padding"},width:c,config:{...n.config,aria:!1}},{view:i,finalize:d}=await s(
t,p,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"}),f=r.begin("views",d),l=r.resized(t,()=>{let m=Math.max(at,t.clientWidth);!t.clientWidth||Math.abs(m-c)<=
1||(c=m,i.width(c).runAsync())});if(!r.ended)return{swap:(m,u)=>i.data(m,u).runAsync(),end(){l(),f()}}}function lt(e,t,{title:n,spec:o,columns:r},s){let{canvas:c,chart:p}=X(n);if(e.append(p),o.usermeta?.table){let[i]=Object.values(o.datasets);e.append(a("div",{class:"\
plg-foot"},q(o,()=>i).details))}return H(t,c,o,r,s)}var dn=["opacity","strokeOpacity","fillOpacity","tooltip"];function pt({layer:e,mark:t,encoding:n={},data:o,params:r,name:s,...c}){if(o&&o.name!=="outcome")return[];
let p=Object.fromEntries(Object.entries(n).filter(([d])=>!dn.includes(d)));if(e)return[{...c,encoding:p,layer:e.flatMap(pt)}];let i=t.type?t:{type:t};return i.type===
"text"||i.opacity===0?[]:[{...c,encoding:p,mark:{...i,opacity:.3*(i.opacity??1),tooltip:null}}]}function ut(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(pt)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}function $e(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(o=>Math.abs(Number(o)-t));return n.indexOf(Math.min(...n))}function dt(e,t){let n=U("control"),o=e.unit?` (${e.unit})`:"",r=a("label",{for:n,class:"plg-label",title:e.help},e.label);o&&r.append(a("span",{class:"plg-unit"},
o));let s=a("p",{class:"plg-note",role:"alert",id:`${n}-note`}),c=e.kind==="choice"||e.kind==="flag",{inputs:p,show:i}=c?fn(e,n,t):mn(e,n,o,t);return i(e.value),
{row:a("div",{class:"plg-control"},r,...p,s),show:i,note:s}}function fn(e,t,{moved:n,settled:o,touched:r}){let s=a("select",{id:t,onchange(){r(),n(s.selectedIndex),
o()},onfocus:r}),c=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...c.map(i=>a("option",{},String(i)))),{inputs:[s],show:i=>{s.selectedIndex=$e(e.positions,
i)}}}function mn(e,t,n,{moved:o,settled:r,typed:s,touched:c}){let p=a("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>o(Number(p.value)),
onchange:r,onfocus:c,onpointerdown:c}),i=a("input",{type:"number",step:"any",min:e.low,max:e.high,"aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}\
-note`,onchange:()=>s(Number(i.value)),onfocus:c}),d=a("span",{class:"plg-reading","aria-hidden":"true"}),f=/^share\b/.test(e.unit);return{inputs:[p,i,d],show:m=>{
p.value=String($e(e.positions,m)),i.value=String(m),d.textContent=f?`= ${he(m)}`:"",p.setAttribute("aria-valuetext",`${f?he(m):j(m,G)}${n}`)}}}var ft="This browser does not run the model, so the picture stays as it is. The notebook computes it.",Ae="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",gn="The kernel computes this picture, so each move waits for it.",hn="These values cannot be computed";function gt(e,{model:t}){let n,
o,r,s=!1,c=e.outcome;async function p(){try{if(t===void 0)throw new Error(Ae);return n=await e.engine(),n.cell(t,{}),""}catch(l){return n=void 0,t!==void 0&&console.
warn(l),c?gn:t===void 0?Ae:ft}}async function i(l){return n&&t!==void 0?mt(n,t,l):c?c(l):{refused:t===void 0?Ae:ft}}async function d(){for(s=!0;r;){let{values:l,
heard:m}=r;await f.start();let u=await i(l);r?.values===l&&(r=void 0,m(u))}s=!1}let f={start(){return o??=p(),o},alive:()=>!!(n||c),at(l,m){if(n&&t!==void 0&&!s)
return m(mt(n,t,l));r={values:l,heard:m},s||d()}};return f}function mt(e,t,n){try{return{cell:e.cell(t,n)}}catch(o){console.error(o);let r=String(o instanceof Error?
o.message:o).trim().split(`
`);return{refused:`${hn}: ${r[r.length-1]}.`}}}var je=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function ht(e){let t=[e],n=!1,o=()=>t[t.length-1];return{begin(){n=!1},settle(r){je(o().values,r.values)||(n&&
t.pop(),n=!0,(!t.length||!je(o().values,r.values))&&t.push(r))},before:r=>je(o().values,r)?t[t.length-2]:o(),undo(){if(n=!1,!(t.length<2))return t.pop(),o()}}}function bt(e,t,n,o){let{controls:r,spec:s}=n,c=Object.fromEntries(r.map(({name:g,value:y})=>[g,y])),p={...c},i={values:c,cell:n.cell},d=r[0].name,f=0,l=!1,m=!1,
u,h=ht(i),v=gt(t,n),O=a("p",{class:"plg-sentence",role:"status"},i.cell.sentence),E=n.measures.map((g,y)=>a("dd",{},i.cell.headline[y])),I=n.measures.map(()=>a(
"dd",{class:"plg-before"})),N=n.measures.map((g,y)=>a("div",{},a("dt",{},g),E[y],I[y])),{canvas:S,chart:$}=X(i.cell.sentence),T=q(s,()=>B(i.cell.columns)),b=a("\
p",{class:"plg-engine",role:"status"}),w=g=>g?e.setAttribute("aria-busy","true"):e.removeAttribute("aria-busy"),k=()=>{let g=h.before(i.values);Me.disabled=me.disabled=
!g;let y=m?g:void 0;me.setAttribute("aria-pressed",String(m)),I.forEach((F,De)=>{F.textContent=y?`before: ${y.cell.headline[De]}`:""}),u&&m?u.swap("before",y?B(
y.cell.columns):[]):u?.ghost&&u.swap("before",[])},A=()=>{if(o.ended)return;let{cell:g}=i;u?.swap("outcome",B(g.columns)),O.textContent=g.sentence,$.setAttribute(
"aria-label",g.sentence),E.forEach((y,F)=>{y.textContent=g.headline[F]}),T.fill(),k()},L={},D=()=>{for(let{name:g}of r)L[g].show(p[g])},J=()=>{for(let{note:g}of Object.
values(L))g.textContent=""},ne=(g,{cell:y,refused:F})=>{w(!1),y?(i={values:g,cell:y},l&&h.settle(i)):(L[d].note.textContent=F??"",Object.assign(p,i.values),D()),
l=!1,A()},Et=()=>{f=0;let g={...p};w(!0),v.at(g,y=>ne(g,y))},Te=g=>{Object.assign(p,g),J();for(let y of Object.keys(g))L[y].show(p[y]);f||(f=requestAnimationFrame(
Et))},Re=()=>{l=!0,!(f||Object.keys(p).some(g=>p[g]!==i.values[g]))&&(h.settle(i),l=!1,k())},Ce=g=>{h.begin(),Te(g),Re()},$t=()=>{let g=h.undo();g&&(i=g,Object.
assign(p,g.values),J(),D(),A())},At=async()=>{m=!m;let g=h.before(i.values);if(m&&g&&s.layer&&u&&!u.ghost){u.end();let y=ut(s,B(g.cell.columns));u=await H(t,S,y,
i.cell.columns,o),u&&(u.ghost=!0)}A()},jt=g=>{let{name:y,positions:F}=g;return dt(g,{moved:ge=>{d=y,Te({[y]:F[ge]})},typed:ge=>{d=y,Ce({[y]:ge})},settled:Re,touched:()=>{
d=y,h.begin(),v.start()}})};for(let g of r)L[g.name]=jt(g);let fe=(g,y)=>a("button",{type:"button",class:"plg-quiet",onclick:y},g),Me=fe("Undo",$t),me=fe("What \
changed?",At),Nt=fe("Start values",()=>Ce({...c}));return k(),e.append(a("div",{class:"plg-stage"},a("div",{class:"plg-controls"},...r.map(({name:g})=>L[g].row)),
a("dl",{class:"plg-headline"},...N),$,O,a("div",{class:"plg-foot"},T.details,Me,me,Nt),b)),H(t,S,s,i.cell.columns,o).then(async g=>{if(u=g,A(),await ct(),!o.ended&&
(b.textContent=await v.start(),!v.alive()))for(let y of e.querySelectorAll(".plg-controls :is(input, select)"))y.toggleAttribute("disabled",!0)})}function pe({edition:e},{solution:t}){return t?[a("details",{class:"plg-solution",open:e==="instructor"},a("summary",{},"The answer"),t)]:[]}var ue=(e,t)=>a("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),de=e=>e?"✓ Right. ":"✗ Not this. ";var Ne="Finish",bn="Finished. What was right is told after the course, when you know more.";function wt(e,t,n,o){let r=a("p",{class:"plg-saved",role:"status"}),
s=a("button",{type:"submit"},Ne),c=a("form"),p=n.questions.map((u,h,v)=>{let{body:O,read:E,show:I}=C(u).inputs(U("question"),u,o),N=a("div",{class:"plg-result"}),
S=a("div",{class:"plg-question"},ue(h,v),...O,N);S.addEventListener("change",()=>l(u,E()));let $=t.kept(u.name);return $!==void 0&&I($),{place:S,question:u,read:E,
result:N}}),i=()=>p.flatMap(({read:u},h)=>u()===void 0?[h+1]:[]),d=u=>{r.textContent=`${p.length-i().length} of ${p.length} answered. ${u}`},f=async(u,h)=>{s.textContent=
Ne;let v=await t.keep(u,h);return K(r,v),d(r.textContent??""),!v.refused},l=async(u,h)=>{let v={...u,verdicts:void 0};await f(v,h)&&te({lesson:n.lesson,question:u.
name,value:h,text:_(u,h)})},m=()=>{for(let h of c.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return d(
bn);let u=0;for(let{question:h,read:v,result:O}of p){let E=wn(h,v(),O);O.dataset.correct=String(E),u+=Number(E)}d(`Finished: ${u} of ${p.length} right. Each que\
stion now says why.`)};c.addEventListener("submit",async u=>{u.preventDefault();let h=i();if(h.length&&s.textContent===Ne)return s.textContent="Finish all the s\
ame",d(`Still open: ${h.join(", ")}.`);let v=p.length-h.length;await f({name:n.end,kind:"note",edition:n.endEdition},v)&&(te({lesson:n.lesson,question:n.end,value:v,
text:String(v)}),m())}),c.append(...p.flatMap(({place:u,question:h})=>[u,...pe(n,h)]),s,r),e.append(c),t.kept(n.end)===void 0?d(""):m()}function wn(e,t,n){let o=t===
void 0?void 0:M(e,t),r=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(a("strong",{},o?de(o.correct):"Not answered."),o?.text??""),r&&!o?.correct&&n.
append(a("p",{},a("em",{},"Right: "),e.options[r.option]," ",r.text)),!!o?.correct}function yt(e,t,n,o){n.questions.forEach((r,s,c)=>{let p=yn(t,n,r,o);c.length>1&&p.prepend(ue(s,c)),e.append(p,...pe(n,r))})}function yn(e,t,n,o){let r=U("quest\
ion"),{locks:s}=n,c=a("div",{class:"plg-result",role:"status"}),p=a("p",{class:"plg-saved"}),i=a("button",{type:"submit"},s?"Commit":"Answer"),d=a("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":r}),{body:f,missing:l,read:m,show:u,tell:h,lock:v}=C(n).inputs(r,n,o),O=f[f.length-1];(O.classList.contains("\
plg-entry")?O:d).append(i),d.prepend(...f),d.append(c,p);let E=N=>{if(s){for(let $ of d.querySelectorAll("input, button, select"))$.toggleAttribute("disabled",!0);
v?.(),c.textContent="Committed. It is compared with the answer further down.";return}let S=M(n,N);S&&(c.replaceChildren(a("strong",{},de(S.correct)),S.text),h?.(
S,N),c.dataset.correct=String(S.correct))},I=e.kept(n.name);return I!==void 0&&(u(I),E(I)),d.addEventListener("submit",async N=>{N.preventDefault();let S=m();if(S===
void 0){c.textContent=l;return}i.disabled=!0,p.textContent="Saving …";let $=await e.keep(n,S);if(i.disabled=!1,K(p,$),$.refused&&s)return;let T=$.value??S,b=Y(
T,S);if(b||u(T),E(T),$.refused)return;let w=s?void 0:M(n,T)?.correct,k=_(n,T);te({lesson:t.lesson,question:n.name,value:T,text:k,correct:w,kept:b})}),d}function vt(e,t,n,o){let{question:r,spec:s,columns:c}=n,p=a("p",{class:"plg-waiting"},n.waiting);e.append(p);let i=!1,d=async l=>{if(i)return;i=!0;let m=(l===void 0?
void 0:M(r,l))?.text??n.truth,{canvas:u,chart:h}=X(`${n.description} ${m}`),v=q(s,()=>B(c));e.replaceChildren(a("p",{class:"plg-sentence",role:"status"},m),h,a(
"div",{class:"plg-foot"},v.details));let O=await H(t,u,s,c,o),E=l===void 0?void 0:qe(r,l);E&&O?.swap("prediction",E)};le(o,n.lesson,l=>{l.question===r.name&&d(l.
value)});let f=t.kept(r.name);if(f!==void 0)return d(f);if(t.skippable){let l=()=>d(void 0);p.append(" ",a("button",{type:"button",class:"plg-quiet",onclick:l},
"Show it without"))}}function xt(e,t,n,o){let r=U("notes"),s=a("textarea",{id:r,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let c=a("p",{class:"plg-saved",role:"st\
atus"}),p=a("p",{}),i=[],d=async()=>{c.textContent="Saving …";let f=await t.takeHome(s.value);K(c,f);for(let u of i)u();let l=(f.files??[]).map(([u,h])=>({name:u,
...o.url(new Blob([P(h)]))}));i=l.map(({end:u})=>u);let m=({name:u="",href:h=""})=>a("a",{class:"plg-download",href:h,download:u},`Download ${u}`);p.replaceChildren(
...l.flatMap(u=>[m(u)," "]))};e.append(a("label",{for:r,class:"plg-ask"},"My notes"),s,a("p",{},a("button",{type:"button",onclick:d},"Save my page")),c,p)}var vn="This part of the page could not be drawn. Load the page again; the other parts work.",xn={explorer:bt,questions:yt,paper:wt,reveal:vt,answers:it,takehome:xt,
chart:lt};function Ie(e,t){let n=t instanceof Error?t.message:String(t);e.append(a("p",{class:"plg plg-note",role:"alert"},`${vn} (${n})`))}function kt(e,t,n,o){
let r=a("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});rt(r,o),e.append(r);let s=c=>{console.error(c),r.replaceChildren(),Ie(r,c)};try{Promise.
resolve(xn[n.kind](r,t,n,o)).catch(s)}catch(c){s(c)}}var Ot="plgkit:",kn=16;function St(e){let t=`${Ot}${e.lesson}:${e.learner}`,n=[],o=l=>{try{return localStorage.getItem(l)??""}catch{return""}},r=()=>{try{return Object.
keys(localStorage).filter(l=>l.startsWith(Ot))}catch{return[]}},s=l=>l.lesson===e.lesson&&l.learner===e.learner&&ae(l,e,l.edition),c=r().filter(l=>l!==t&&ee(o(l)).
some(s));(o(t)||c.length===0)&&c.push(t);let p=c[c.length-1],i=()=>Le(c.map(o).join(""))+n.join(""),d="",f=()=>{let l=m=>ee(m).find(u=>u.person&&u.learner===e.learner)?.
person;return d||=l(i())??l(r().map(o).map(Le).join(""))??On(),d};return addEventListener("beforeunload",l=>{n.length&&l.preventDefault()}),{read:i,person:f,append(l){
n.push(`${l}
`);try{let m=localStorage.getItem(p)??"";localStorage.setItem(p,Le(m)+n.join(""))}catch{return!1}return n.length=0,!0}}}var Le=e=>e&&!e.endsWith(`
`)?`${e}
`:e;function On(){return[...crypto.getRandomValues(new Uint8Array(kn/2))].map(t=>t.toString(16).padStart(2,"0")).join("")}async function Sn(e){let{type:t,text:n}=e.querySelector("script");return t==="application/json"?JSON.parse(n):Q(P(n)).json()}function En(e){let t=new Map;for(let n of e)
if("stamp"in n&&!t.has(n.lesson)){let{stamp:o}=n;t.set(n.lesson,{stamp:o,questions:new Map,editions:new Map,journal:St(o)})}for(let n of e){let o="lesson"in n?t.
get(n.lesson):void 0;if(!o)continue;let r="questions"in n?n.questions:"question"in n?[n.question]:[];for(let s of r)o.questions.has(s.name)||(o.questions.set(s.
name,s),o.editions.set(s.name,s.edition));"end"in n&&o.editions.set(n.end,n.endEdition)}return t}async function $n(e){Se();let t=new ce,n=[...e.querySelectorAll(
".plg-part")],o=await Promise.allSettled(n.map(Sn)),r=En(o.flatMap(c=>c.status==="fulfilled"?[c.value]:[]));n.forEach((c,p)=>{let i=o[p];if(i.status==="fulfille\
d"){let d=i.value;kt(c,tt(d,"lesson"in d?r.get(d.lesson):void 0),d,t)}else Ie(c,i.reason)}),addEventListener("scrollend",()=>history.replaceState({top:scrollY},
""));let s=document.getElementById(decodeURIComponent(location.hash.slice(1)));history.state?scrollTo({top:history.state.top,behavior:"instant"}):s?.scrollIntoView(
{behavior:"instant"})}$n(document.body);})();
