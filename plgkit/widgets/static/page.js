"use strict";(()=>{function c(e,t={},...n){let o=document.createElement(e);for(let[r,s]of Object.entries(t))r.startsWith("on")?o.addEventListener(r.slice(2),s):s!==void 0&&s!==!1&&
o.setAttribute(r,s===!0?"":s);return o.append(...n),o}function K(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[o,r]of Object.entries(
t))n.setAttribute(o,String(r));return n}function q(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}function P(e){let t=atob(e),n=new Uint8Array(t.length);for(let o=0;o<t.length;o++)n[o]=t.charCodeAt(o);return n}var X=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function We(e){let t=URL.createObjectURL(new Blob([await X(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var He=globalThis;He.plgkitShared??={};var x=He.plgkitShared;x.ids??=0;x.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};x.drawing??=Promise.resolve();
function B(e){return x.ids+=1,`plg-${e}-${x.ids}`}var Ut=4*1024*1024,Pt=10,Bt=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function _e(e,t){x.engines??=new Map;let n=x.engines.get(e);return n||(n=Ft(t),x.engines.set(e,n)),n}async function Ft(e){let t=new Uint8Array(await X(await e()).
arrayBuffer()),n=t.indexOf(Pt),{loader:o,models:r}=JSON.parse(new TextDecoder().decode(t.subarray(0,n))),s=URL.createObjectURL(new Blob([o],{type:"text/javascri\
pt"})),i=URL.createObjectURL(new Blob([t.subarray(n+1)],{type:"application/wasm"}));try{let{loadMicroPython:l}=await import(s),a=await l({heapsize:Ut,url:i});for(let f of[
"/lib","/lib/plgkit","/lib/plgkit/models"])a.FS.mkdir(f);a.FS.writeFile("/lib/plgkit/__init__.py","");for(let[f,u]of Object.entries(r))a.FS.writeFile(`/lib/plgk\
it/models/${f}`,u);a.runPython(Bt);let d=a.globals.get("answer");return{cell:(f,u)=>JSON.parse(d(f,JSON.stringify(u)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(
i)}}function L(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let o=Number(n.toExponential().split(
"e")[1]),r=Math.min(300,Math.max(0,t-1-o)),s=String(BigInt(Math.round(n*+`1e${r}`))).padStart(r+1,"0"),i=s.slice(0,s.length-r).replace(/\B(?=(\d{3})+$)/g,","),l=s.
slice(s.length-r).replace(/0+$/,""),a=l?`${i}.${l}`:i;return e<0&&a!=="0"?`−${a}`:a}var oe=10,Je=({low:e,high:t})=>`a number between ${L(e,oe)} and ${L(t,oe)}`,re=e=>e.slice(0,16).replace("T"," ");var Wt=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function Ht(e){let[,t="",n="",o=""]=e.match(Wt)??[e,"",e,""];return{before:t,ask:n,after:o}}
function T(e){let{before:t,ask:n,after:o}=Ht(e),r=s=>c("span",{class:"plg-situation"},s);return[...t?[r(t)," "]:[],n,...o?[" ",r(o)]:[]]}var Ke={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(r=>{let s=c(
"input",{type:"radio",name:e,value:r,id:`${e}-${r}`}),i=c("label",{for:s.id},t.options[r]);return{radio:s,row:c("div",{class:"plg-option"},s,i)}}),o=c("legend",
{id:e},...T(t.ask));return{body:[c("fieldset",{},o,...n.map(({row:r})=>r))],missing:"Choose one of the answers first.",read(){let r=n.find(({radio:s})=>s.checked);
return r&&Number(r.radio.value)},show(r){let s=n.find(({radio:i})=>Number(i.value)===r);s&&(s.radio.checked=!0)}}}};var G=(e,t)=>JSON.stringify(e)===JSON.stringify(t),H=(e,t)=>e.low<=t&&t<=e.high,se=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(o=>Number.isInteger(o)&&o>=0&&
o<n);var z=240,_t=560,Jt=240,[ie,ve,ae,xe]=[62,16,14,34],qe=[0,1,2,3,4],Kt=4,qt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Ge({
at:e,top:t,xTitle:n,yTitle:o},r){let s=e.map(()=>null),i=_t,l=!1,a=w=>ie+(i-ie-ve)*(e[w]-e[0])/(e[e.length-1]-e[0]),d=w=>ae+(z-xe-ae)*(1-w/t),f=K("svg",{class:"\
plg-drawing",role:"group","aria-label":`${o}, by ${n}`}),u=(w,y)=>{let k=K("text",y);return k.textContent=w,f.append(k),k},m=qe.map(w=>{let y=t*w/(qe.length-1);
u(L(y),{x:ie-8,y:d(y)+4,"text-anchor":"end"});let k=K("line",{x1:ie,y1:d(y),y2:d(y),class:"plg-grid"});return f.append(k),k}),p=e.map(w=>u(String(w),{y:z-xe+18,
"text-anchor":"middle"})),h=u(n,{y:z-2,"text-anchor":"end"}),v=K("polyline",{class:"plg-line"}),O=e.map((w,y)=>{let N={"aria-label":`${o} at ${n} ${w}`,"aria-va\
luemin":0,"aria-valuemax":t},j=K("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...N});return j.addEventListener("keydown",U=>{let W=qt[U.key];!W||l||(U.
preventDefault(),A(y,(s[y]??s[y-1]??0)+W*t/100))}),j});f.append(v,...O);let $=()=>{O.forEach((y,k)=>{let N=s[k];y.setAttribute("cx",String(a(k))),y.setAttribute(
"cy",String(d(N??0))),y.classList.toggle("plg-unset",N===null),y.setAttribute("aria-valuenow",String(N??0)),y.setAttribute("aria-valuetext",N===null?"not drawn \
yet":L(N))});let w=s.flatMap((y,k)=>y===null?[]:[`${a(k)},${d(y)}`]);v.setAttribute("points",w.join(" "))},A=(w,y)=>{s[w]=Math.min(t,Math.max(0,Number(y.toPrecision(
Kt)))),$()},I=()=>{i=Math.max(Jt,f.clientWidth||i),f.setAttribute("viewBox",`0 0 ${i} ${z}`);for(let w of m)w.setAttribute("x2",String(i-ve));p.forEach((w,y)=>{
w.setAttribute("x",String(a(y)))}),h.setAttribute("x",String(i-ve)),$()};r.resized(f,I);let S=!1,E=w=>{if(!S||l)return;let y=f.getBoundingClientRect(),k=(w.clientX-
y.left)/y.width*i,N=(w.clientY-y.top)/y.height*z,j=e.reduce((U,W,ne)=>Math.abs(a(ne)-k)<Math.abs(a(U)-k)?ne:U,0);A(j,t*(1-(N-ae)/(z-xe-ae)))};return f.addEventListener(
"pointerdown",w=>{S=!0,f.setPointerCapture(w.pointerId),E(w)}),f.addEventListener("pointermove",E),f.addEventListener("pointerup",()=>{S=!1}),I(),{svg:f,heights:s,
show:$,lock:()=>{l=!0;for(let w of O)w.setAttribute("aria-disabled","true")}}}var Gt="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",ze=e=>e[e.length-1],Ye={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(o=>typeof o=="number"&&H({low:0,high:t},o)),fits:(e,t)=>H(e,ze(t)),words:(e,t)=>L(ze(t)),overlay:({at:e},t)=>t.map((n,o)=>({x:e[o],prediction:n})),
inputs(e,t,n){let{svg:o,heights:r,show:s,lock:i}=Ge(t,n),l=c("p",{class:"plg-unit"},Gt);return{body:[c("p",{id:e,class:"plg-ask"},...T(t.ask)),l,o],missing:"Dra\
w the whole line: every point counts.",read:()=>r.includes(null)?void 0:[...r],show(a){r.splice(0,r.length,...a),s()},lock:i}}};var Ve={accepts:(e,t)=>typeof t=="number"&&H(e,t),fits:H,words:(e,t)=>L(t,oe),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=c("input",{type:"number",step:"a\
ny",id:`${e}-box`,"aria-describedby":`${e}-unit`}),o=c("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[c("label",{id:e,for:n.id,class:"plg-ask"},...T(
t.ask)),c("div",{class:"plg-entry"},n,o)],missing:`Give ${Je(t)}.`,read(){let r=Number(n.value);return n.value.trim()!==""&&H(t,r)?r:void 0},show(r){n.value=String(
r)}}}};var Xe={accepts:({items:e},t)=>se(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>G(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((u,m)=>m),o=!1,r=c("ol",{class:"plg-ranking","aria-labelledby":e}),s=(u,m)=>{o=!0,n.splice(m,0,...n.splice(u,1)),a();let[p,h]=r.children[m].querySelectorAll(
"button"),[v,O]=m<u?[p,h]:[h,p];(v.disabled?O:v).focus()},i=(u,m,p,h="")=>{let v=u+m<0||u+m>=n.length,O=`${t.items[n[u]]}: ${h}`;return c("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:v,"aria-label":O},onclick:()=>s(u,u+m)},p)},l=(u,m)=>c("li",{},c("span",{},t.items[u]),i(m,-1,"↑","up"),i(m,1,"↓","down")),
a=()=>r.replaceChildren(...n.map(l)),d=()=>{o=!0};a();let f=c("button",{type:"button",class:"plg-quiet",onclick:d},"I keep this order");return{body:[c("p",{id:e,
class:"plg-ask"},...T(t.ask)),r,f],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>o?[...n]:void 0,show(u){n=[...u],o=!0,a()}}}};var Ze=({cards:e})=>e.map(({pile:t})=>t),Qe={accepts:(e,t)=>se(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||G(Ze(e),t),words({verdicts:[e]},t){return`${Ze(
e).filter((o,r)=>o===t[r]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((o,r)=>{let s=c("select",{id:`${e}-${r}`},c("option",{value:""},"…"));s.append(
...t.piles.map((a,d)=>c("option",{value:d},a)));let i=c("p",{class:"plg-reason"});return{card:c("li",{},c("label",{for:s.id},o),s,i),pile:s,reason:i}});return{body:[
c("p",{id:e,class:"plg-ask"},...T(t.ask)),c("ol",{class:"plg-cards"},...n.map(({card:o})=>o))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:o})=>o.
value==="")?void 0:n.map(({pile:o})=>Number(o.value)),show(o){o.forEach((r,s)=>{n[s].pile.value=String(r)})},tell(o,r){n.forEach(({reason:s},i)=>{let l=o.cards[i].
pile===r[i];s.dataset.correct=String(l),s.textContent=`${l?"✓":"✗"} ${o.cards[i].reason}`})}}}};var zt={choice:Ke,number:Ve,ranking:Xe,drawing:Ye,sorting:Qe},M=e=>zt[e.form];var Z=(e,t)=>e!==void 0&&M(e).accepts(e,t),_=(e,t)=>M(e).words(e,t);function D(e,t){if(!e.verdicts||!Z(e,t))return;let{fits:n}=M(e),o=e.verdicts.find(r=>n(r,t));
return o&&{...o,text:o.text.replaceAll("{given}",_(e,t))}}var et=(e,t)=>M(e).overlay?.(e,t);var Yt=1,Oe=1,Vt="(with other numbers, or to an earlier edition of the question)",Xt=["at","lesson","learner","part","kind","variant"],Zt=["prediction","exercis\
e","quiz","note"],Qt=/(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/,Se=e=>typeof e=="string",ke=e=>Number.isSafeInteger(e)&&e>=0,tt={given:e=>typeof e=="object"&&e!==null&&!Array.
isArray(e),person:e=>Se(e)&&e!=="",edition:e=>ke(e)&&e>=Oe,sure:e=>typeof e=="number"&&e>=0&&e<=1,hints:ke,round:ke};function en(e){let t;try{t=JSON.parse(e)}catch{
return}if(!(!tt.given(t)||t.v!==Yt||!("value"in t))&&!Qt.test(JSON.stringify(t))&&!(!Xt.every(n=>Se(t[n]))||!Zt.includes(t.kind)))return Object.entries(tt).every(
([n,o])=>!(n in t)||o(t[n]))?t:void 0}var $e=e=>e.split(`
`).filter(t=>t.trim()),Q=e=>$e(e).flatMap(t=>en(t)??[]),tn=(e,t)=>Object.keys(e).length===Object.keys(t).length&&Object.keys(e).every(n=>JSON.stringify(e[n])===
JSON.stringify(t[n]));function ce(e,t,n=Oe){return(e.given?tn(e.given,t.given):e.variant===t.variant)&&(e.edition??Oe)===n}function nt(e,t,n){let o=new Map;for(let r of e)
ce(r,t,n(r.part))&&o.get(r.part)?.kind!=="prediction"&&o.set(r.part,r);return o}function ot(e,t,n,o,r){let s=o.toISOString().replace("Z","+00:00"),{name:i,kind:l,
edition:a}=t,{correct:d,misconception:f}="verdicts"in t&&D(t,n)||{};return JSON.stringify({...e,at:s,part:i,kind:l,value:n,correct:d,misconception:f,person:r,edition:a})}
function Ee(e,t,n,o,r){return[t,e[n]??n,o,r===void 0?"":r?"yes":"no"]}function rt(e,t,n,o){let{at:r,part:s,kind:i,value:l}=o,a=t.get(s),d=i==="prediction"||typeof o.
correct!="boolean"?void 0:o.correct,f=l;return a&&!ce(o,n,a.edition)?f=`${nn(l)} ${Vt}`:a&&Z(a,l)&&(f=_(a,l)),Ee(e,re(r),s,f,d)}var nn=e=>Se(e)?e:JSON.stringify(
e);var on="This browser does not keep answers: download them before you close the page.",rn="You had committed before: your first prediction is shown, and stays.";
function sn(){let e=document.getElementById("plgkit-vega");return e.src?new Promise(t=>{e.addEventListener("load",()=>t(x.embed))}):We(P(e.text.trim()))}function Ae(){
return x.vega??=sn(),x.vega}async function an(){let{dataset:e,textContent:t}=document.getElementById("plgkit-python");return e.src?(await new Promise((n,o)=>{document.
head.append(c("script",{src:e.src,onload:n,onerror:o}))}),P(x.python??"")):P((t??"").trim())}var cn=()=>_e("page",an),ln={stamp:{v:1,lesson:"",learner:"",variant:"",
given:{}},questions:new Map,editions:new Map,journal:{read:()=>"",person:()=>"",append:()=>!1}};function st(e,t){let{stamp:n,questions:o,editions:r,journal:s}=t??
ln,i=()=>Q(s.read()).filter(({lesson:a,learner:d})=>a===n.lesson&&d===n.learner),l=a=>{let d=o.get(a),f=i().filter(u=>u.part===a&&(!d||Z(d,u.value)));return nt(
f,n,u=>r.get(u)).get(a)};return{skippable:!0,vega:Ae,engine:cn,async keep(a,d){let f=a.locks?l(a.name):void 0;if(f?.kind==="prediction")return{value:f.value,saved:rn};
let u=s.append(ot(n,a,d,new Date,s.person()));return{value:d,saved:u?"Kept in this browser.":on}},async takeHome(a){let d=await this.keep({name:"notes",kind:"no\
te"},a);return print(),d},kept:a=>l(a)?.value,rows:()=>i().map(a=>rt(e.labels,o,n,a)),unreadable(){let a=$e(s.read()).length-i().length;return a?[`Set aside, an\
d kept in the download: ${a} stored ${a>1?"lines":"line"} of no use here.`]:[]},journal:async()=>({text:s.read()})}}var le=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};x.live[t]+=1;let o=()=>{this.#e.delete(o)&&(x.live[t]-=1,n())};return this.#e.add(o),
o}listen(t,n,o){return t.addEventListener(n,o),this.begin("listeners",()=>t.removeEventListener(n,o))}resized(t,n){let o=new ResizeObserver(n);return o.observe(
t),this.begin("observers",()=>o.disconnect())}later(t,n){let o=setTimeout(()=>{r(),n()},t),r=this.begin("timers",()=>clearTimeout(o));return r}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};var un="data-lm-suppress-shortcuts",at=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function it(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(un,at(e))}function ct(e,t){e.addEventListener("keydown",n=>at(n)&&n.stopPropagation()),x.live.guards===0&&(addEventListener("keydown",
it,!0),x.unguard=()=>removeEventListener("keydown",it,!0)),t.begin("guards",()=>{x.live.guards===0&&x.unguard?.()})}var lt="plgkit:answered",ee=e=>document.dispatchEvent(new CustomEvent(lt,{detail:e}));function ue(e,t,n){e.listen(document,lt,({detail:o})=>{o.lesson===t&&n(o)})}function pn(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([i])=>s[i]!==null)).map(s=>Object.fromEntries(t.
map(([i,l])=>[l,s[i]]))):e}function dn(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):L(e,Number.isInteger(e)?15:5)}function Ne(e){let t=Object.keys(
e[0]??{}),n=t.map(r=>c("th",{scope:"col"},r)),o=e.map(r=>c("tr",{},...t.map(s=>c("td",{"data-label":s},dn(r[s],s)))));return c("table",{},c("thead",{},c("tr",{},
...n)),c("tbody",{},...o))}function Y(e,t){let n=c("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),o=c("summary",{},"The numbers as\
 a table"),r=c("details",{class:"plg-table"},o,n),s=()=>{r.open&&n.replaceChildren(Ne(pn(t(),e.usermeta?.table)))};return r.addEventListener("toggle",s),{details:r,
fill:s}}var fn=15e3;function ut(e,t,n,o){let r=c("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=c("p",{class:"plg-note",role:"alert"}),
l=c("button",{type:"button",class:"plg-quiet",onclick:async()=>{let u=await t.journal();if(s.textContent=u.refused??"",u.refused)return;let{href:m,end:p}=o.url(
new Blob([u.text??""],{type:"application/jsonl"}));c("a",{href:m,download:n.file}).click(),o.later(fn,p)}},"Download my answers"),a=[...t.rows()],d=()=>{let u=a.
map(m=>Object.fromEntries(n.headings.map((p,h)=>[p,m[h]])));r.replaceChildren(a.length?Ne(u):"No answer yet.")};ue(o,n.lesson,({question:u,text:m,correct:p,kept:h})=>{
h!==!1&&(a.push(Ee(n.labels,re(new Date().toISOString()),u,m,p)),d())}),d();let f=t.unreadable().map(u=>c("p",{class:"plg-note"},u));e.append(r,c("p",{},l),s,...f)}var mn=100,gn=65,pt=280,hn=640;function F(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,o)=>Object.fromEntries(t.map(r=>[r,e[r][o]])))}function V(e){let t=c(
"div",{class:"plg-canvas","aria-hidden":"true"}),n=c("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var bn=()=>new Promise(e=>{
requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,mn)});async function pe(){await x.drawing,await new Promise(e=>(globalThis.requestIdleCallback??setTimeout)(
e))}function J(e,t,n,o,r){t.style.minHeight=`${n.height+gn}px`;let s=x.drawing.then(()=>dt(e,t,n,o,r)),i=()=>(t.style.minHeight="",bn());return x.drawing=s.then(
i,i),s}async function de(e,t,n,o){let r=await dt(e,c("div"),t,n,o),s=r&&await r.png();return r?.end(),s}async function dt(e,t,n,o,r){let s=await e.vega();if(r.ended)
return;let i=Math.max(pt,t.clientWidth||hn),l={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:F(o),...n.datasets},autosize:{type:"\
fit-x",contains:"padding"},width:i,config:{...n.config,aria:!1}},{view:a,finalize:d}=await s(t,l,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"}),f=r.begin(
"views",d),u=r.resized(t,()=>{let m=Math.max(pt,t.clientWidth);!t.clientWidth||Math.abs(m-i)<=1||(i=m,a.width(i).runAsync())});if(!r.ended)return{swap:(m,p)=>a.
data(m,p).runAsync(),png:async()=>(await a.toImageURL("png")).split(",")[1],end(){u(),f()}}}function ft(e,t,{title:n,spec:o,columns:r},s){let{canvas:i,chart:l}=V(n);if(e.append(l),o.usermeta?.table){let[a]=Object.values(o.datasets);e.append(c("div",{class:"\
plg-foot"},Y(o,()=>a).details))}return J(t,i,o,r,s)}var wn=["opacity","strokeOpacity","fillOpacity","tooltip"];function mt({layer:e,mark:t,encoding:n={},data:o,params:r,name:s,...i}){if(o&&o.name!=="outcome")return[];
let l=Object.fromEntries(Object.entries(n).filter(([d])=>!wn.includes(d)));if(e)return[{...i,encoding:l,layer:e.flatMap(mt)}];let a=t.type?t:{type:t};return a.type===
"text"||a.opacity===0?[]:[{...i,encoding:l,mark:{...a,opacity:.3*(a.opacity??1),tooltip:null}}]}function gt(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(mt)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}var je={"":0,k:3,m:6},yn=/^(?:\d+(?:\.\d*)?|\.\d+)$/,vn=/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,xn=/^\d+,\d+$/;function te(e,t){let{before:n="",after:o=""}=e,[r,s]=Math.
abs(t).toExponential().split("e"),i=t&&e.quantity==="share"?2:0,l=An(r.replace(".",""),Number(s)+1+i);return`${t<0?"−":""}${n}${l}${o}`}function bt(e,t){let n={
refused:`${e.label}: give ${kn(e)}.`},o=Sn(e,t).filter(s=>On(e,s));if(o.length===0)return n;if(o.length===1)return{value:o[0]};let r=o.map(s=>te(e,s)).join(" or\
 ");return{refused:`${e.label}: this can mean ${r}; say which.`}}function kn(e){let t=`between ${te(e,Number(e.low))} and ${te(e,Number(e.high))}`,n=`5 means ${e.
before}5${e.after}`;return e.quantity==="share"?`a share ${t} (${n})`:e.quantity==="money"?`an amount ${t}${e.size?` (${n})`:""}`:wt(e)?`a whole number ${t}`:`a\
 number ${t}`}var wt=({kind:e,quantity:t})=>e==="whole"||t==="people",On=(e,t)=>Number(e.low)<=t&&t<=Number(e.high)&&(!wt(e)||Number.isInteger(t));function Sn(e,t){
let[,n,o]=/^([-−–+]?)(.*)$/.exec(ht(t)),r=n!==""&&n!=="+",s=(f,u)=>En(f,u,r);if(e.quantity==="share"){if(o.endsWith("%"))return s(o.slice(0,-1),-2);let[f]=s(
o,-2);return 0<f&&f<.01?[f,...s(o,0)]:s(o,-2)}if(e.quantity!=="money")return s(o,0);let{amount:i,size:l,named:a}=$n(o,ht(e.currency)),d=je[e.size];return l!==""?
s(i,je[l]-d):a&&d?[...s(i,0),...s(i,-d)]:s(i,0)}var ht=e=>e.trim().toLowerCase().replace(/(\d)[\s'’](?=\d{3}(?!\d))/g,"$1").replace(/(\D)\s+/g,"$1").replace(/\s+(?=\D)/g,
"");function $n(e,t){let n=Object.keys(je).flatMap(o=>[{before:o+t,after:"",size:o,named:!0},{before:t,after:o,size:o,named:!0},{before:"",after:t+o,size:o,named:!0},
{before:"",after:o+t,size:o,named:!0},{before:"",after:o,size:o,named:!1}]);for(let{before:o,after:r,size:s,named:i}of n){let l=e.slice(o.length,e.length-r.length);
if(e===o+l+r&&/^[\d.,]/.test(l)&&/[\d.,]$/.test(l))return{amount:l,size:s,named:i}}return{amount:"",size:"",named:!1}}function En(e,t,n){let o=vn.test(e)?e.replaceAll(
",",""):xn.test(e)?e.replace(",","."):e;if(!yn.test(o))return[];let r=+`${o}e${t}`;return Number.isFinite(r)?[n?-r:r]:[]}function An(e,t){let n=e.padStart(e.length+
Math.max(0,1-t),"0").padEnd(t,"0"),o=Math.max(1,t),r=n.slice(0,o).replace(/\B(?=(\d{3})+$)/g,","),s=n.slice(o).replace(/0+$/,"");return s?`${r}.${s}`:r}function Ie(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(o=>Math.abs(Number(o)-t));return n.indexOf(Math.min(...n))}function yt(e,t){let n=B("control"),o=e.unit?` (${e.unit})`:"",r=c("label",{for:n,class:"plg-label",title:e.help},e.label);o&&r.append(c("span",{class:"plg-unit"},
o));let s=c("p",{class:"plg-note",role:"alert",id:`${n}-note`}),i=e.kind==="choice"||e.kind==="flag",{inputs:l,show:a}=i?Nn(e,n,t):jn(e,n,o,t);return a(e.value),
{row:c("div",{class:"plg-control"},r,...l,s),show:a,note:s}}function Nn(e,t,{moved:n,settled:o,touched:r}){let s=c("select",{id:t,onchange(){r(),n(s.selectedIndex),
o()},onfocus:r}),i=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...i.map(a=>c("option",{},String(a)))),{inputs:[s],show:a=>{s.selectedIndex=Ie(e.positions,
a)}}}function jn(e,t,n,{moved:o,settled:r,typed:s,touched:i}){let l=c("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>o(Number(l.value)),
onchange:r,onfocus:i,onpointerdown:i}),a=c("input",{type:"text",class:"plg-box",inputmode:"decimal",autocomplete:"off","aria-label":`${e.label}${n}, exact value`,
"aria-describedby":`${t}-note`,onchange:()=>s(a.value),onfocus:i});return{inputs:[l,a],show:f=>{let u=te(e,f);l.value=String(Ie(e.positions,f)),l.setAttribute("\
aria-valuetext",u),a.value=u}}}var vt="This browser does not run the model, so the picture stays as it is. The notebook computes it.",Le="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",In="The kernel computes this picture, so each move waits for it.",Ln="These values cannot be computed";function kt(e,{model:t}){let n,
o,r,s=!1,i=e.outcome;async function l(){try{if(t===void 0)throw new Error(Le);return n=await e.engine(),n.cell(t,{}),""}catch(u){return n=void 0,t!==void 0&&console.
warn(u),i?In:t===void 0?Le:vt}}async function a(u){return n&&t!==void 0?xt(n,t,u):i?i(u):{refused:t===void 0?Le:vt}}async function d(){for(s=!0;r;){let{values:u,
heard:m}=r;await f.start();let p=await a(u);r?.values===u&&(r=void 0,m(p))}s=!1}let f={start(){return o??=l(),o},alive:()=>!!(n||i),at(u,m){if(n&&t!==void 0&&!s)
return m(xt(n,t,u));r={values:u,heard:m},s||d()}};return f}function xt(e,t,n){try{return{cell:e.cell(t,n)}}catch(o){console.error(o);let r=String(o instanceof Error?
o.message:o).trim().split(`
`);return{refused:`${Ln}: ${r[r.length-1]}.`}}}var Re=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function Ot(e){let t=[e],n=!1,o=()=>t[t.length-1];return{begin(){n=!1},settle(r){Re(o().values,r.values)||(n&&
t.pop(),n=!0,(!t.length||!Re(o().values,r.values))&&t.push(r))},before:r=>Re(o().values,r)?t[t.length-2]:o(),undo(){if(n=!1,!(t.length<2))return t.pop(),o()}}}function St(e,t,n,o){let{controls:r,spec:s}=n,i=Object.fromEntries(r.map(({name:g,value:b})=>[g,b])),l={...i},a={values:i,cell:n.cell},d=r[0].name,f=0,u=!1,m=!1,
p,h=Ot(a),v=kt(t,n),O=c("p",{class:"plg-sentence",role:"status"},a.cell.sentence),$=n.measures.map((g,b)=>c("dd",{},a.cell.headline[b])),A=n.measures.map(()=>c(
"dd",{class:"plg-before"})),I=n.measures.map((g,b)=>c("div",{},c("dt",{},g),$[b],A[b])),{canvas:S,chart:E}=V(a.cell.sentence),R=Y(s,()=>F(a.cell.columns)),w=c("\
p",{class:"plg-engine",role:"status"}),y=g=>g?e.setAttribute("aria-busy","true"):e.removeAttribute("aria-busy"),k=()=>{let g=h.before(a.values);Be.disabled=be.disabled=
!g;let b=m?g:void 0;be.setAttribute("aria-pressed",String(m)),A.forEach((C,Fe)=>{C.textContent=b?`before: ${b.cell.headline[Fe]}`:""}),p&&m?p.swap("before",b?F(
b.cell.columns):[]):p?.ghost&&p.swap("before",[])},N=()=>{if(o.ended)return;let{cell:g}=a;p?.swap("outcome",F(g.columns)),O.textContent=g.sentence,E.setAttribute(
"aria-label",g.sentence),$.forEach((b,C)=>{b.textContent=g.headline[C]}),R.fill(),k()},j={},U=()=>{for(let{name:g}of r)j[g].show(l[g])},W=()=>{for(let{note:g}of Object.
values(j))g.textContent=""},ne=(g,{cell:b,refused:C})=>{y(!1),b?(a={values:g,cell:b},u&&h.settle(a)):(j[d].note.textContent=C??"",Object.assign(l,a.values),U()),
u=!1,N()},Rt=()=>{f=0;let g={...l};y(!0),v.at(g,b=>ne(g,b))},De=g=>{Object.assign(l,g),W();for(let b of Object.keys(g))j[b].show(l[b]);f||(f=requestAnimationFrame(
Rt))},Ue=()=>{u=!0,!(f||Object.keys(l).some(g=>l[g]!==a.values[g]))&&(h.settle(a),u=!1,k())},Pe=g=>{h.begin(),De(g),Ue()},Tt=()=>{let g=h.undo();g&&(a=g,Object.
assign(l,g.values),W(),U(),N())},Ct=async()=>{m=!m;let g=h.before(a.values);if(m&&g&&s.layer&&p&&!p.ghost){p.end();let b=gt(s,F(g.cell.columns));p=await J(t,S,b,
a.cell.columns,o),p&&(p.ghost=!0)}N()},Mt=g=>{let{name:b,positions:C}=g;return yt(g,{moved:we=>{d=b,De({[b]:C[we]})},typed:we=>{d=b;let ye=bt(g,we);if("value"in
ye)return Pe({[b]:ye.value});W(),j[b].note.textContent=ye.refused,j[b].show(l[b])},settled:Ue,touched:()=>{d=b,h.begin(),v.start()}})};for(let g of r)j[g.name]=
Mt(g);let he=(g,b)=>c("button",{type:"button",class:"plg-quiet",onclick:b},g),Be=he("Undo",Tt),be=he("What changed?",Ct),Dt=he("Start values",()=>Pe({...i}));return k(),
e.append(c("div",{class:"plg-stage"},c("div",{class:"plg-controls"},...r.map(({name:g})=>j[g].row)),c("dl",{class:"plg-headline"},...I),E,O,c("div",{class:"plg-\
foot"},R.details,Be,be,Dt),w)),J(t,S,s,a.cell.columns,o).then(async g=>{if(p=g,a.values!==i&&N(),await pe(),o.ended)return;let b=t.store&&await de(t,s,n.cell.columns,
o);if(b&&t.store?.(b),w.textContent=await v.start(),!v.alive())for(let C of e.querySelectorAll(".plg-controls :is(input, select)"))C.toggleAttribute("disabled",
!0)})}function fe({edition:e},{solution:t}){return t?[c("details",{class:"plg-solution",open:e==="instructor"},c("summary",{},"The answer"),t)]:[]}var me=(e,t)=>c("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),ge=e=>e?"✓ Right. ":"✗ Not this. ";var Te="Finish",Rn="Finished. What was right is told after the course, when you know more.";function $t(e,t,n,o){let r=c("p",{class:"plg-saved",role:"status"}),
s=c("button",{type:"submit"},Te),i=c("form"),l=n.questions.map((p,h,v)=>{let{body:O,read:$,show:A}=M(p).inputs(B("question"),p,o),I=c("div",{class:"plg-result"}),
S=c("div",{class:"plg-question"},me(h,v),...O,I);S.addEventListener("change",()=>u(p,$()));let E=t.kept(p.name);return E!==void 0&&A(E),{place:S,question:p,read:$,
result:I}}),a=()=>l.flatMap(({read:p},h)=>p()===void 0?[h+1]:[]),d=p=>{r.textContent=`${l.length-a().length} of ${l.length} answered. ${p}`},f=async(p,h)=>{s.textContent=
Te;let v=await t.keep(p,h);return q(r,v),d(r.textContent??""),!v.refused},u=async(p,h)=>{let v={...p,verdicts:void 0};await f(v,h)&&ee({lesson:n.lesson,question:p.
name,value:h,text:_(p,h)})},m=()=>{for(let h of i.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return d(
Rn);let p=0;for(let{question:h,read:v,result:O}of l){let $=Tn(h,v(),O);O.dataset.correct=String($),p+=Number($)}d(`Finished: ${p} of ${l.length} right. Each que\
stion now says why.`)};i.addEventListener("submit",async p=>{p.preventDefault();let h=a();if(h.length&&s.textContent===Te)return s.textContent="Finish all the s\
ame",d(`Still open: ${h.join(", ")}.`);let v=l.length-h.length;await f({name:n.end,kind:"note",edition:n.endEdition},v)&&(ee({lesson:n.lesson,question:n.end,value:v,
text:String(v)}),m())}),i.append(...l.flatMap(({place:p,question:h})=>[p,...fe(n,h)]),s,r),e.append(i),t.kept(n.end)===void 0?d(""):m()}function Tn(e,t,n){let o=t===
void 0?void 0:D(e,t),r=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(c("strong",{},o?ge(o.correct):"Not answered."),o?.text??""),r&&!o?.correct&&n.
append(c("p",{},c("em",{},"Right: "),e.options[r.option]," ",r.text)),!!o?.correct}function Et(e,t,n,o){n.questions.forEach((r,s,i)=>{let l=Cn(t,n,r,o);i.length>1&&l.prepend(me(s,i)),e.append(l,...fe(n,r))})}function Cn(e,t,n,o){let r=B("quest\
ion"),{locks:s}=n,i=c("div",{class:"plg-result",role:"status"}),l=c("p",{class:"plg-saved"}),a=c("button",{type:"submit"},s?"Commit":"Answer"),d=c("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":r}),{body:f,missing:u,read:m,show:p,tell:h,lock:v}=M(n).inputs(r,n,o),O=f[f.length-1];(O.classList.contains("\
plg-entry")?O:d).append(a),d.prepend(...f),d.append(i,l);let $=I=>{if(s){for(let E of d.querySelectorAll("input, button, select"))E.toggleAttribute("disabled",!0);
v?.(),i.textContent="Committed. It is compared with the answer further down.";return}let S=D(n,I);S&&(i.replaceChildren(c("strong",{},ge(S.correct)),S.text),h?.(
S,I),i.dataset.correct=String(S.correct))},A=e.kept(n.name);return A!==void 0&&(p(A),$(A)),d.addEventListener("submit",async I=>{I.preventDefault();let S=m();if(S===
void 0){i.textContent=u;return}a.disabled=!0,l.textContent="Saving …";let E=await e.keep(n,S);if(a.disabled=!1,q(l,E),E.refused&&s)return;let R=E.value??S,w=G(
R,S);if(w||p(R),$(R),E.refused)return;let y=s?void 0:D(n,R)?.correct,k=_(n,R);ee({lesson:t.lesson,question:n.name,value:R,text:k,correct:y,kept:w})}),d}function At(e,t,n,o){let{question:r,spec:s,columns:i}=n,l=c("p",{class:"plg-waiting"},n.waiting);e.append(l);let a=!1,d=async m=>{if(a)return;a=!0;let p=(m===void 0?
void 0:D(r,m))?.text??n.truth,{canvas:h,chart:v}=V(`${n.description} ${p}`),O=Y(s,()=>F(i));e.replaceChildren(c("p",{class:"plg-sentence",role:"status"},p),v,c(
"div",{class:"plg-foot"},O.details));let $=await J(t,h,s,i,o),A=m===void 0?void 0:et(r,m);A&&$?.swap("prediction",A)};ue(o,n.lesson,m=>{m.question===r.name&&d(m.
value)});let f=async()=>{await pe();let m=o.ended?void 0:await de(t,s,i,o);m&&t.store?.(m)};t.store&&f();let u=t.kept(r.name);if(u!==void 0)return d(u);if(t.skippable){
let m=()=>d(void 0);l.append(" ",c("button",{type:"button",class:"plg-quiet",onclick:m},"Show it without"))}}function Nt(e,t,n,o){let r=B("notes"),s=c("textarea",{id:r,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let i=c("p",{class:"plg-saved",role:"st\
atus"}),l=c("p",{}),a=[],d=async()=>{i.textContent="Saving …";let f=await t.takeHome(s.value);q(i,f);for(let p of a)p();let u=(f.files??[]).map(([p,h])=>({name:p,
...o.url(new Blob([P(h)]))}));a=u.map(({end:p})=>p);let m=({name:p="",href:h=""})=>c("a",{class:"plg-download",href:h,download:p},`Download ${p}`);l.replaceChildren(
...u.flatMap(p=>[m(p)," "]))};e.append(c("label",{for:r,class:"plg-ask"},"My notes"),s,c("p",{},c("button",{type:"button",onclick:d},"Save my page")),i,l)}var Mn="This part of the page could not be drawn. Load the page again; the other parts work.",Dn={explorer:St,questions:Et,paper:$t,reveal:At,answers:ut,takehome:Nt,
chart:ft};function Ce(e,t){let n=t instanceof Error?t.message:String(t);e.append(c("p",{class:"plg plg-note",role:"alert"},`${Mn} (${n})`))}function jt(e,t,n,o){
let r=c("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});ct(r,o),e.append(r);let s=i=>{console.error(i),r.replaceChildren(),Ce(r,i)};try{Promise.
resolve(Dn[n.kind](r,t,n,o)).catch(s)}catch(i){s(i)}}var It="plgkit:",Un=16;function Lt(e){let t=`${It}${e.lesson}:${e.learner}`,n=[],o=u=>{try{return localStorage.getItem(u)??""}catch{return""}},r=()=>{try{return Object.
keys(localStorage).filter(u=>u.startsWith(It))}catch{return[]}},s=u=>u.lesson===e.lesson&&u.learner===e.learner&&ce(u,e,u.edition),i=r().filter(u=>u!==t&&Q(o(u)).
some(s));(o(t)||i.length===0)&&i.push(t);let l=i[i.length-1],a=()=>Me(i.map(o).join(""))+n.join(""),d="",f=()=>{let u=m=>Q(m).find(p=>p.person&&p.learner===e.learner)?.
person;return d||=u(a())??u(r().map(o).map(Me).join(""))??Pn(),d};return addEventListener("beforeunload",u=>{n.length&&u.preventDefault()}),{read:a,person:f,append(u){
n.push(`${u}
`);try{let m=localStorage.getItem(l)??"";localStorage.setItem(l,Me(m)+n.join(""))}catch{return!1}return n.length=0,!0}}}var Me=e=>e&&!e.endsWith(`
`)?`${e}
`:e;function Pn(){return[...crypto.getRandomValues(new Uint8Array(Un/2))].map(t=>t.toString(16).padStart(2,"0")).join("")}async function Bn(e){let{type:t,text:n}=e.querySelector("script");return t==="application/json"?JSON.parse(n):X(P(n)).json()}function Fn(e){let t=new Map;for(let n of e)
if("stamp"in n&&!t.has(n.lesson)){let{stamp:o}=n;t.set(n.lesson,{stamp:o,questions:new Map,editions:new Map,journal:Lt(o)})}for(let n of e){let o="lesson"in n?t.
get(n.lesson):void 0;if(!o)continue;let r="questions"in n?n.questions:"question"in n?[n.question]:[];for(let s of r)o.questions.has(s.name)||(o.questions.set(s.
name,s),o.editions.set(s.name,s.edition));"end"in n&&o.editions.set(n.end,n.endEdition)}return t}async function Wn(e){Ae();let t=new le,n=[...e.querySelectorAll(
".plg-part")],o=await Promise.allSettled(n.map(Bn)),r=Fn(o.flatMap(i=>i.status==="fulfilled"?[i.value]:[]));n.forEach((i,l)=>{let a=o[l];if(a.status==="fulfille\
d"){let d=a.value;jt(i,st(d,"lesson"in d?r.get(d.lesson):void 0),d,t)}else Ce(i,a.reason)}),addEventListener("scrollend",()=>history.replaceState({top:scrollY},
""));let s=document.getElementById(decodeURIComponent(location.hash.slice(1)));history.state?scrollTo({top:history.state.top,behavior:"instant"}):s?.scrollIntoView(
{behavior:"instant"})}Wn(document.body);})();
