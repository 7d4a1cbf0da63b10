"use strict";(()=>{var Oe={"":0,k:3,m:6},Kt=/^(?:\d+(?:\.\d*)?|\.\d+)$/,Gt=/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,zt=/^\d+,\d+$/;function H(e,t){let{before:n="",after:o=""}=e,[r,s]=Math.
abs(t).toExponential().split("e"),i=t&&e.quantity==="share"?2:0,c=en(r.replace(".",""),Number(s)+1+i);return`${t<0?"−":""}${n}${c}${o}`}function ie(e,t){let n={
refused:`${e.label}: give ${Yt(e)}.`},o=Xt(e,t).filter(s=>Vt(e,s));if(o.length===0)return n;if(o.length===1)return{value:o[0]};let r=o.map(s=>H(e,s)).join(" or ");
return{refused:`${e.label}: this can mean ${r}; say which.`}}function Yt(e){let t=`between ${H(e,Number(e.low))} and ${H(e,Number(e.high))}`,n=`5 means ${e.before}\
5${e.after}`;return e.quantity==="share"?`a share ${t} (${n})`:e.quantity==="money"?`an amount ${t}${e.size?` (${n})`:""}`:ze(e)?`a whole number ${t}`:`a number\
 ${t}`}var ze=({kind:e,quantity:t})=>e==="whole"||t==="people",Vt=(e,t)=>Number(e.low)<=t&&t<=Number(e.high)&&(!ze(e)||Number.isInteger(t));function Xt(e,t){let[
,n,o]=/^([-−–+]?)(.*)$/.exec(Ge(t)),r=n!==""&&n!=="+",s=(d,u)=>Qt(d,u,r);if(e.quantity==="share"){if(o.endsWith("%"))return s(o.slice(0,-1),-2);let[d]=s(o,-2);
return 0<d&&d<.01?[d,...s(o,0)]:s(o,-2)}if(e.quantity!=="money")return s(o,0);let{amount:i,size:c,named:l}=Zt(o,Ge(e.currency)),p=Oe[e.size];return c!==""?s(i,Oe[c]-
p):l&&p?[...s(i,0),...s(i,-p)]:s(i,0)}var Ge=e=>e.trim().toLowerCase().replace(/(\d)[\s'’](?=\d{3}(?!\d))/g,"$1").replace(/(\D)\s+/g,"$1").replace(/\s+(?=\D)/g,
"");function Zt(e,t){let n=Object.keys(Oe).flatMap(o=>[{before:o+t,after:"",size:o,named:!0},{before:t,after:o,size:o,named:!0},{before:"",after:t+o,size:o,named:!0},
{before:"",after:o+t,size:o,named:!0},{before:"",after:o,size:o,named:!1}]);for(let{before:o,after:r,size:s,named:i}of n){let c=e.slice(o.length,e.length-r.length);
if(e===o+c+r&&/^[\d.,]/.test(c)&&/[\d.,]$/.test(c))return{amount:c,size:s,named:i}}return{amount:"",size:"",named:!1}}function Qt(e,t,n){let o=Gt.test(e)?e.replaceAll(
",",""):zt.test(e)?e.replace(",","."):e;if(!Kt.test(o))return[];let r=+`${o}e${t}`;return Number.isFinite(r)?[n?-r:r]:[]}function en(e,t){let n=e.padStart(e.length+
Math.max(0,1-t),"0").padEnd(t,"0"),o=Math.max(1,t),r=n.slice(0,o).replace(/\B(?=(\d{3})+$)/g,","),s=n.slice(o).replace(/0+$/,"");return s?`${r}.${s}`:r}var Se=e=>e.replace(/^#/,"").replace(/(?:%[0-9a-f]{2})+/gi,t=>{try{return decodeURIComponent(t)}catch{return t}});function Ye(e,t){if(!e.includes("="))return;let n={},
o=[];for(let r of e.replace(/^#/,"").split("&")){let[s,i=""]=r.split(/=(.*)/s).map(Se),c=t.find(p=>p.name===s);if(!c){o.push(`The address sets ${s}; here it can\
 set ${t.map(p=>p.name).join(", ")}.`);continue}let l=c.kind==="choice"||c.kind==="flag"?tn(c,i):ie(c,i);"value"in l?n[s]=l.value:o.push(`The address says ${s}=${i}\
. ${l.refused}`)}return{values:n,refused:o}}function Ve(e,t){let o=e.filter(({name:r,value:s})=>t[r]!==s).map(r=>{let s=encodeURIComponent(te(r,t[r.name])).replaceAll(
"%25","%");return`${r.name}=${s}`});return o.length?`#${o.join("&")}`:""}function te(e,t){return e.kind==="flag"?t?"yes":"no":e.kind==="choice"?t:H(e,t)}function tn(e,t){
let n=e.positions.find(r=>te(e,r)===t),o=e.positions.map(r=>te(e,r)).join(" or ");return n===void 0?{refused:`${e.label}: give ${o}.`}:{value:n}}function a(e,t={},...n){let o=document.createElement(e);for(let[r,s]of Object.entries(t))r.startsWith("on")?o.addEventListener(r.slice(2),s):s!==void 0&&s!==!1&&
o.setAttribute(r,s===!0?"":s);return o.append(...n),o}var K=(e,t)=>a("button",{type:"button",class:"plg-quiet",onclick:t},e);function G(e,t={}){let n=document.createElementNS(
"http://www.w3.org/2000/svg",e);for(let[o,r]of Object.entries(t))n.setAttribute(o,String(r));return n}function z(e,t){e.textContent=t.refused??t.saved??"",e.dataset.
refused=String(!!t.refused)}function F(e){let t=atob(e),n=new Uint8Array(t.length);for(let o=0;o<t.length;o++)n[o]=t.charCodeAt(o);return n}var ne=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function Xe(e){let t=URL.createObjectURL(new Blob([await ne(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var Ze=globalThis;Ze.plgkitShared??={};var x=Ze.plgkitShared;x.ids??=0;x.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};x.drawing??=Promise.resolve();
function B(e){return x.ids+=1,`plg-${e}-${x.ids}`}var nn=4*1024*1024,on=10,rn=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function Qe(e,t){x.engines??=new Map;let n=x.engines.get(e);return n||(n=sn(t).catch(o=>{throw x.engines?.delete(e),o}),x.engines.set(e,n)),n}async function sn(e){
if(typeof WebAssembly>"u")throw new Error("this browser runs no WebAssembly");let t=new Uint8Array(await ne(await e()).arrayBuffer()),n=t.indexOf(on),{loader:o,
models:r}=JSON.parse(new TextDecoder().decode(t.subarray(0,n))),s=URL.createObjectURL(new Blob([o],{type:"text/javascript"})),i=URL.createObjectURL(new Blob([t.
subarray(n+1)],{type:"application/wasm"}));try{let{loadMicroPython:c}=await import(s),l=await c({heapsize:nn,url:i});for(let d of["/lib","/lib/plgkit","/lib/plg\
kit/models"])l.FS.mkdir(d);l.FS.writeFile("/lib/plgkit/__init__.py","");for(let[d,u]of Object.entries(r))l.FS.writeFile(`/lib/plgkit/models/${d}`,u);l.runPython(
rn);let p=l.globals.get("answer");return{cell:(d,u)=>JSON.parse(p(d,JSON.stringify(u)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(i)}}function C(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let o=Number(n.toExponential().split(
"e")[1]),r=Math.min(300,Math.max(0,t-1-o)),s=String(BigInt(Math.round(n*+`1e${r}`))).padStart(r+1,"0"),i=s.slice(0,s.length-r).replace(/\B(?=(\d{3})+$)/g,","),c=s.
slice(s.length-r).replace(/0+$/,""),l=c?`${i}.${c}`:i;return e<0&&l!=="0"?`−${l}`:l}var ae=10,et=({low:e,high:t})=>`a number between ${C(e,ae)} and ${C(t,ae)}`,ce=e=>e.slice(0,16).replace("T"," ");var an=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function cn(e){let[,t="",n="",o=""]=e.match(an)??[e,"",e,""];return{before:t,ask:n,after:o}}
function M(e){let{before:t,ask:n,after:o}=cn(e),r=s=>a("span",{class:"plg-situation"},s);return[...t?[r(t)," "]:[],n,...o?[" ",r(o)]:[]]}var tt={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(r=>{let s=a(
"input",{type:"radio",name:e,value:r,id:`${e}-${r}`}),i=a("label",{for:s.id},t.options[r]);return{radio:s,row:a("div",{class:"plg-option"},s,i)}}),o=a("legend",
{id:e},...M(t.ask));return{body:[a("fieldset",{},o,...n.map(({row:r})=>r))],missing:"Choose one of the answers first.",read(){let r=n.find(({radio:s})=>s.checked);
return r&&Number(r.radio.value)},show(r){let s=n.find(({radio:i})=>Number(i.value)===r);s&&(s.radio.checked=!0)}}}};var Y=(e,t)=>JSON.stringify(e)===JSON.stringify(t),_=(e,t)=>e.low<=t&&t<=e.high,le=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(o=>Number.isInteger(o)&&o>=0&&
o<n);var V=240,ln=560,un=240,[ue,Ee,pe,Ae]=[62,16,14,34],nt=[0,1,2,3,4],pn=4,dn={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function ot({
at:e,top:t,xTitle:n,yTitle:o},r){let s=e.map(()=>null),i=ln,c=!1,l=w=>ue+(i-ue-Ee)*(e[w]-e[0])/(e[e.length-1]-e[0]),p=w=>pe+(V-Ae-pe)*(1-w/t),d=G("svg",{class:"\
plg-drawing",role:"group","aria-label":`${o}, by ${n}`}),u=(w,y)=>{let O=G("text",y);return O.textContent=w,d.append(O),O},f=nt.map(w=>{let y=t*w/(nt.length-1);
u(C(y),{x:ue-8,y:p(y)+4,"text-anchor":"end"});let O=G("line",{x1:ue,y1:p(y),y2:p(y),class:"plg-grid"});return d.append(O),O}),m=e.map(w=>u(String(w),{y:V-Ae+18,
"text-anchor":"middle"})),h=u(n,{y:V-2,"text-anchor":"end"}),v=G("polyline",{class:"plg-line"}),k=e.map((w,y)=>{let L={"aria-label":`${o} at ${n} ${w}`,"aria-va\
luemin":0,"aria-valuemax":t},U=G("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...L});return U.addEventListener("keydown",T=>{let I=dn[T.key];!I||c||(T.
preventDefault(),N(y,(s[y]??s[y-1]??0)+I*t/100))}),U});d.append(v,...k);let S=()=>{k.forEach((y,O)=>{let L=s[O];y.setAttribute("cx",String(l(O))),y.setAttribute(
"cy",String(p(L??0))),y.classList.toggle("plg-unset",L===null),y.setAttribute("aria-valuenow",String(L??0)),y.setAttribute("aria-valuetext",L===null?"not drawn \
yet":C(L))});let w=s.flatMap((y,O)=>y===null?[]:[`${l(O)},${p(y)}`]);v.setAttribute("points",w.join(" "))},N=(w,y)=>{s[w]=Math.min(t,Math.max(0,Number(y.toPrecision(
pn)))),S()},j=()=>{i=Math.max(un,d.clientWidth||i),d.setAttribute("viewBox",`0 0 ${i} ${V}`);for(let w of f)w.setAttribute("x2",String(i-Ee));m.forEach((w,y)=>{
w.setAttribute("x",String(l(y)))}),h.setAttribute("x",String(i-Ee)),S()};r.resized(d,j);let $=!1,A=w=>{if(!$||c)return;let y=d.getBoundingClientRect(),O=(w.clientX-
y.left)/y.width*i,L=(w.clientY-y.top)/y.height*V,U=e.reduce((T,I,ee)=>Math.abs(l(ee)-O)<Math.abs(l(T)-O)?ee:T,0);N(U,t*(1-(L-pe)/(V-Ae-pe)))};return d.addEventListener(
"pointerdown",w=>{$=!0,d.setPointerCapture(w.pointerId),A(w)}),d.addEventListener("pointermove",A),d.addEventListener("pointerup",()=>{$=!1}),j(),{svg:d,heights:s,
show:S,lock:()=>{c=!0;for(let w of k)w.setAttribute("aria-disabled","true")}}}var fn="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",rt=e=>e[e.length-1],st={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(o=>typeof o=="number"&&_({low:0,high:t},o)),fits:(e,t)=>_(e,rt(t)),words:(e,t)=>C(rt(t)),overlay:({at:e},t)=>t.map((n,o)=>({x:e[o],prediction:n})),
inputs(e,t,n){let{svg:o,heights:r,show:s,lock:i}=ot(t,n),c=a("p",{class:"plg-unit"},fn);return{body:[a("p",{id:e,class:"plg-ask"},...M(t.ask)),c,o],missing:"Dra\
w the whole line: every point counts.",read:()=>r.includes(null)?void 0:[...r],show(l){r.splice(0,r.length,...l),s()},lock:i}}};var it={accepts:(e,t)=>typeof t=="number"&&_(e,t),fits:_,words:(e,t)=>C(t,ae),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=a("input",{type:"number",step:"a\
ny",id:`${e}-box`,"aria-describedby":`${e}-unit`}),o=a("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[a("label",{id:e,for:n.id,class:"plg-ask"},...M(
t.ask)),a("div",{class:"plg-entry"},n,o)],missing:`Give ${et(t)}.`,read(){let r=Number(n.value);return n.value.trim()!==""&&_(t,r)?r:void 0},show(r){n.value=String(
r)}}}};var at={accepts:({items:e},t)=>le(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>Y(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((u,f)=>f),o=!1,r=a("ol",{class:"plg-ranking","aria-labelledby":e}),s=(u,f)=>{o=!0,n.splice(f,0,...n.splice(u,1)),l();let[m,h]=r.children[f].querySelectorAll(
"button"),[v,k]=f<u?[m,h]:[h,m];(v.disabled?k:v).focus()},i=(u,f,m,h="")=>{let v=u+f<0||u+f>=n.length,k=`${t.items[n[u]]}: ${h}`;return a("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:v,"aria-label":k},onclick:()=>s(u,u+f)},m)},c=(u,f)=>a("li",{},a("span",{},t.items[u]),i(f,-1,"↑","up"),i(f,1,"↓","down")),
l=()=>r.replaceChildren(...n.map(c)),p=()=>{o=!0};l();let d=a("button",{type:"button",class:"plg-quiet",onclick:p},"I keep this order");return{body:[a("p",{id:e,
class:"plg-ask"},...M(t.ask)),r,d],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>o?[...n]:void 0,show(u){n=[...u],o=!0,l()}}}};var ct=({cards:e})=>e.map(({pile:t})=>t),lt={accepts:(e,t)=>le(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||Y(ct(e),t),words({verdicts:[e]},t){return`${ct(
e).filter((o,r)=>o===t[r]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((o,r)=>{let s=a("select",{id:`${e}-${r}`},a("option",{value:""},"…"));s.append(
...t.piles.map((l,p)=>a("option",{value:p},l)));let i=a("p",{class:"plg-reason"});return{card:a("li",{},a("label",{for:s.id},o),s,i),pile:s,reason:i}});return{body:[
a("p",{id:e,class:"plg-ask"},...M(t.ask)),a("ol",{class:"plg-cards"},...n.map(({card:o})=>o))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:o})=>o.
value==="")?void 0:n.map(({pile:o})=>Number(o.value)),show(o){o.forEach((r,s)=>{n[s].pile.value=String(r)})},tell(o,r){n.forEach(({reason:s},i)=>{let c=o.cards[i].
pile===r[i];s.dataset.correct=String(c),s.textContent=`${c?"✓":"✗"} ${o.cards[i].reason}`})}}}};var mn={choice:tt,number:it,ranking:at,drawing:st,sorting:lt},D=e=>mn[e.form];var oe=(e,t)=>e!==void 0&&D(e).accepts(e,t),J=(e,t)=>D(e).words(e,t);function P(e,t){if(!e.verdicts||!oe(e,t))return;let{fits:n}=D(e),o=e.verdicts.find(r=>n(r,t));
return o&&{...o,text:o.text.replaceAll("{given}",J(e,t))}}var ut=(e,t)=>D(e).overlay?.(e,t);var gn=1,je=1,hn="(with other numbers, or to an earlier edition of the question)",bn=["at","lesson","learner","part","kind","variant"],wn=["prediction","exercis\
e","quiz","note"],yn=/(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/,Ie=e=>typeof e=="string",Ne=e=>Number.isSafeInteger(e)&&e>=0,pt={given:e=>typeof e=="object"&&e!==null&&!Array.
isArray(e),person:e=>Ie(e)&&e!=="",edition:e=>Ne(e)&&e>=je,sure:e=>typeof e=="number"&&e>=0&&e<=1,hints:Ne,round:Ne};function vn(e){let t;try{t=JSON.parse(e)}catch{
return}if(!(!pt.given(t)||t.v!==gn||!("value"in t))&&!yn.test(JSON.stringify(t))&&!(!bn.every(n=>Ie(t[n]))||!wn.includes(t.kind)))return Object.entries(pt).every(
([n,o])=>!(n in t)||o(t[n]))?t:void 0}var Le=e=>e.split(`
`).filter(t=>t.trim()),re=e=>Le(e).flatMap(t=>vn(t)??[]),xn=(e,t)=>Object.keys(e).length===Object.keys(t).length&&Object.keys(e).every(n=>JSON.stringify(e[n])===
JSON.stringify(t[n]));function de(e,t,n=je){return(e.given?xn(e.given,t.given):e.variant===t.variant)&&(e.edition??je)===n}function dt(e,t,n){let o=new Map;for(let r of e)
de(r,t,n(r.part))&&o.get(r.part)?.kind!=="prediction"&&o.set(r.part,r);return o}function ft(e,t,n,o,r){let s=o.toISOString().replace("Z","+00:00"),{name:i,kind:c,
edition:l}=t,{correct:p,misconception:d}="verdicts"in t&&P(t,n)||{};return JSON.stringify({...e,at:s,part:i,kind:c,value:n,correct:p,misconception:d,person:r,edition:l})}
function Ce(e,t,n,o,r){return[t,e[n]??n,o,r===void 0?"":r?"yes":"no"]}function mt(e,t,n,o){let{at:r,part:s,kind:i,value:c}=o,l=t.get(s),p=i==="prediction"||typeof o.
correct!="boolean"?void 0:o.correct,d=c;return l&&!de(o,n,l.edition)?d=`${kn(c)} ${hn}`:l&&oe(l,c)&&(d=J(l,c)),Ce(e,ce(r),s,d,p)}var kn=e=>Ie(e)?e:JSON.stringify(
e);var $n="This browser does not keep answers: download them before you close the page.",On="You had committed before: your first prediction is shown, and stays.";
function Sn(){let e=document.getElementById("plgkit-vega");return e.src?new Promise(t=>{e.addEventListener("load",()=>t(x.embed))}):Xe(F(e.text.trim()))}function Re(){
return x.vega??=Sn(),x.vega}async function En(){let{dataset:e,textContent:t}=document.getElementById("plgkit-python");return e.src?(await new Promise((n,o)=>{document.
head.append(a("script",{src:e.src,onload:n,onerror:o}))}),F(x.python??"")):F((t??"").trim())}var An=()=>Qe("page",En),Nn={stamp:{v:1,lesson:"",learner:"",variant:"",
given:{}},questions:new Map,editions:new Map,journal:{read:()=>"",person:()=>"",append:()=>!1}},jn={hash:()=>location.hash,async copy(e){let t=`${location.href.
split("#")[0]}${e}`;try{return await navigator.clipboard.writeText(t),"Copied."}catch{let n=a("input",{type:"text",readonly:!0,value:t,"aria-label":"Address"});
return requestAnimationFrame(()=>n.select()),n}}};function gt(e,t,n=!1){let{stamp:o,questions:r,editions:s,journal:i}=t??Nn,c=()=>re(i.read()).filter(({lesson:p,
learner:d})=>p===o.lesson&&d===o.learner),l=p=>{let d=r.get(p),u=c().filter(f=>f.part===p&&(!d||oe(d,f.value)));return dt(u,o,f=>s.get(f)).get(p)};return{skippable:!0,
vega:Re,engine:An,address:n?jn:void 0,async keep(p,d){let u=p.locks?l(p.name):void 0;if(u?.kind==="prediction")return{value:u.value,saved:On};let f=i.append(ft(
o,p,d,new Date,i.person()));return{value:d,saved:f?"Kept in this browser.":$n}},async takeHome(p){let d=await this.keep({name:"notes",kind:"note"},p);return print(),
d},kept:p=>l(p)?.value,rows:()=>c().map(p=>mt(e.labels,r,o,p)),unreadable(){let p=Le(i.read()).length-c().length;return p?[`Set aside, and kept in the download:\
 ${p} stored ${p>1?"lines":"line"} of no use here.`]:[]},journal:async()=>({text:i.read()})}}var fe=class{ended=!1;#t=()=>{};over=new Promise(t=>{this.#t=t});#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};x.live[t]+=1;let o=()=>{this.#e.delete(o)&&
(x.live[t]-=1,n())};return this.#e.add(o),o}listen(t,n,o){return t.addEventListener(n,o),this.begin("listeners",()=>t.removeEventListener(n,o))}resized(t,n){let o=new ResizeObserver(
n);return o.observe(t),this.begin("observers",()=>o.disconnect())}later(t,n){let o=setTimeout(()=>{r(),n()},t),r=this.begin("timers",()=>clearTimeout(o));return r}url(t){
let n=URL.createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0,this.#t();for(let t of[...this.#e])t()}};var In="data-lm-suppress-shortcuts",bt=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function ht(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(In,bt(e))}function wt(e,t){e.addEventListener("keydown",n=>bt(n)&&n.stopPropagation()),x.live.guards===0&&(addEventListener("keydown",
ht,!0),x.unguard=()=>removeEventListener("keydown",ht,!0)),t.begin("guards",()=>{x.live.guards===0&&x.unguard?.()})}var yt="plgkit:answered",se=e=>document.dispatchEvent(new CustomEvent(yt,{detail:e}));function me(e,t,n){e.listen(document,yt,({detail:o})=>{o.lesson===t&&n(o)})}function Ln(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([i])=>s[i]!==null)).map(s=>Object.fromEntries(t.
map(([i,c])=>[c,s[i]]))):e}function Cn(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):C(e,Number.isInteger(e)?15:5)}function Te(e){let t=Object.keys(
e[0]??{}),n=t.map(r=>a("th",{scope:"col"},r)),o=e.map(r=>a("tr",{},...t.map(s=>a("td",{"data-label":s},Cn(r[s],s)))));return a("table",{},a("thead",{},a("tr",{},
...n)),a("tbody",{},...o))}function X(e,t){let n=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),o=a("summary",{},"The numbers as\
 a table"),r=a("details",{class:"plg-table"},o,n),s=()=>{r.open&&n.replaceChildren(Te(Ln(t(),e.usermeta?.table)))};return r.addEventListener("toggle",s),{details:r,
fill:s}}var Rn=15e3;function vt(e,t,n,o){let r=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=a("p",{class:"plg-note",role:"alert"}),
c=a("button",{type:"button",class:"plg-quiet",onclick:async()=>{let u=await t.journal();if(s.textContent=u.refused??"",u.refused)return;let{href:f,end:m}=o.url(
new Blob([u.text??""],{type:"application/jsonl"}));a("a",{href:f,download:n.file}).click(),o.later(Rn,m)}},"Download my answers"),l=[...t.rows()],p=()=>{let u=l.
map(f=>Object.fromEntries(n.headings.map((m,h)=>[m,f[h]])));r.replaceChildren(l.length?Te(u):"No answer yet.")};me(o,n.lesson,({question:u,text:f,correct:m,kept:h})=>{
h!==!1&&(l.push(Ce(n.labels,ce(new Date().toISOString()),u,f,m)),p())}),p();let d=t.unreadable().map(u=>a("p",{class:"plg-note"},u));e.append(r,a("p",{},c),s,...d)}var Tn=100,Me=65,xt=280,Mn=120,Dn=640;function W(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,o)=>Object.fromEntries(t.map(r=>[r,e[r][o]])))}function Z(e){
let t=a("div",{class:"plg-canvas","aria-hidden":"true"}),n=a("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var Pn=()=>new Promise(
e=>{requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,Tn)});async function Q(){await x.drawing,await new Promise(e=>("requestIdleCallback"in window?requestIdleCallback:
setTimeout)(e))}function q(e,t,n,o,r){t.style.minHeight=`${De(t,n.height,Me)+Me}px`;let s=x.drawing.then(()=>kt(e,t,n,o,r)),i=()=>(t.style.minHeight="",Pn());return x.
drawing=Promise.race([s,r.over]).then(i,i),s}async function ge(e,t,n,o){let r=await kt(e,a("div"),t,n,o),s=r&&await r.png();return r?.end(),s}function De(e,t,n){
let o=Number.parseFloat(getComputedStyle(e).maxHeight)-n;return o<t?Math.max(Mn,o):t}async function kt(e,t,n,o,r){let s=await e.vega();if(r.ended)return;let i=Math.
max(xt,t.clientWidth||Dn),c=De(t,n.height,Me),l={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:W(o),...n.datasets},autosize:{
type:"fit-x",contains:"padding"},width:i,height:c,config:{...n.config,aria:!1}},{view:p,finalize:d}=await s(t,l,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lit\
e"}),u=r.begin("views",d),f=async()=>{if(r.ended)return;let h=Math.max(xt,t.clientWidth),v=Number(t.querySelector("svg")?.getAttribute("height"))-c,k=De(t,n.height,
v);!t.clientWidth||Math.abs(h-i)<=1&&Math.abs(k-c)<=1||([i,c]=[h,k],await p.width(i).height(c).runAsync())},m=r.resized(t,f);if(await f(),!r.ended)return{swap:(h,v)=>p.
data(h,v).runAsync(),png:async()=>(await p.toImageURL("png")).split(",")[1],end(){m(),u()}}}function $t(e,t,{title:n,spec:o,columns:r},s){let{canvas:i,chart:c}=Z(n);if(e.append(c),o.usermeta?.table){let[l]=Object.values(o.datasets);e.append(a("div",{class:"\
plg-foot"},X(o,()=>l).details))}return q(t,i,o,r,s)}var Un=["opacity","strokeOpacity","fillOpacity","tooltip"];function Ot({layer:e,mark:t,encoding:n={},data:o,params:r,name:s,...i}){if(o&&o.name!=="outcome")return[];
let c=Object.fromEntries(Object.entries(n).filter(([p])=>!Un.includes(p)));if(e)return[{...i,encoding:c,layer:e.flatMap(Ot)}];let l=t.type?t:{type:t};return l.type===
"text"||l.opacity===0?[]:[{...i,encoding:c,mark:{...l,opacity:.3*(l.opacity??1),tooltip:null}}]}function St(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(Ot)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}function Et(e){let t=0,n=!1;return{run(){n=!!t,!n&&(e(),t=requestAnimationFrame(()=>{t=0,n&&e(),n=!1}))},late:()=>n}}function At({address:e},t,{root:n,state:o,open:r,note:s},i){if(!e)return[];let c=()=>{let d=Ye(e.hash(),t);d&&(Object.keys(d.values).length&&r(d.values),s.textContent=
d.refused.join(" "),n.scrollIntoView({behavior:"instant"}))};i.listen(window,"hashchange",c),Q().then(c);let l=a("span",{class:"plg-copied",role:"status"});return[
K("Copy address",async()=>l.replaceChildren(await e.copy(Ve(t,o)))),l]}function Pe(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(o=>Math.abs(Number(o)-t));return n.indexOf(Math.min(...n))}function Nt(e,t){let n=B("control"),o=e.unit?` (${e.unit.replace(/^share\b/,"%")})`:"",r=a("label",{for:n,class:"plg-label",title:e.help},e.label);o&&r.append(a(
"span",{class:"plg-unit"},o));let s=a("p",{class:"plg-note",role:"alert",id:`${n}-note`}),i=e.kind==="choice"||e.kind==="flag",{inputs:c,show:l}=i?Fn(e,n,t):Bn(
e,n,o,t);return l(e.value),{row:a("div",{class:"plg-control"},r,...c,s),show:l,note:s}}function Fn(e,t,{moved:n,settled:o,touched:r}){let s=a("select",{id:t,autocomplete:"\
off",onchange(){r(),n(s.selectedIndex),o()},onfocus:r}),i=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...i.map(l=>a("option",{},String(l)))),{inputs:[
s],show:l=>{s.selectedIndex=Pe(e.positions,l)}}}function Bn(e,t,n,{moved:o,settled:r,typed:s,touched:i}){let c=a("input",{type:"range",id:t,min:0,max:e.positions.
length-1,step:1,autocomplete:"off",oninput:()=>o(Number(c.value)),onchange:r,onfocus:i,onpointerdown:i}),l=a("input",{type:"text",class:"plg-box",inputmode:"dec\
imal",autocomplete:"off","aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}-note`,onchange:()=>s(l.value),onfocus:i});return{inputs:[c,l],show:d=>{
let u=H(e,d);c.value=String(Pe(e.positions,d)),c.setAttribute("aria-valuetext",u),l.value=u}}}var Wn="This browser does not run the model, so the picture stays as it is. The notebook computes it.",Hn="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",_n="The kernel computes this picture, so each move waits for it.",Jn="These values cannot be computed";function jt(e,{model:t}){let n,
o,r,s=!1,i=e.outcome,c=t===void 0?Hn:Wn;async function l(){try{if(t!==void 0){let u=await e.engine();return u.cell(t,{}),n=f=>qn(u,t,f),""}}catch(u){console.warn(
u)}return i?_n:c}async function p(){for(s=!0;r;){let{values:u,heard:f}=r;await d.start();let m=n?n(u):i?await i(u):{refused:c};r?.values===u&&(r=void 0,f(m))}s=
!1}let d={start(){return o??=l(),o},alive:()=>!!(n||i),at(u,f){if(n&&!s)return f(n(u));r={values:u,heard:f},s||p()}};return d}function qn(e,t,n){try{return{cell:e.
cell(t,n)}}catch(o){console.error(o);let r=String(o instanceof Error?o.message:o).trim().split(`
`);return{refused:`${Jn}: ${r[r.length-1]}.`}}}var Ue=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function It(e){let t=[e],n=!1,o=()=>t[t.length-1];return{begin(){n=!1},settle(r){Ue(o().values,r.values)||(n&&
t.pop(),n=!0,(!t.length||!Ue(o().values,r.values))&&t.push(r))},before:r=>Ue(o().values,r)?t[t.length-2]:o(),undo(){if(n=!1,!(t.length<2))return t.pop(),o()}}}function Lt(e,t,n,o){let{controls:r,spec:s}=n,i=Object.fromEntries(r.map(({name:g,value:b})=>[g,b])),c={...i},l={values:i,cell:n.cell},p=r[0].name,d=!1,u=!1,f,m=It(
l),h=jt(t,n),v=a("p",{class:"plg-sentence",role:"status"},l.cell.sentence),k=n.measures.map((g,b)=>a("dd",{},l.cell.headline[b])),S=n.measures.map(()=>a("dd",{class:"\
plg-before"})),N=n.measures.map((g,b)=>a("div",{},a("dt",{},g),k[b],S[b])),{canvas:j,chart:$}=Z(l.cell.sentence),A=X(s,()=>W(l.cell.columns)),R=a("p",{class:"pl\
g-engine",role:"status"}),w=a("p",{class:"plg-note",role:"alert"}),y=a("p",{class:"plg-change",role:"status"}),O=g=>g?e.setAttribute("aria-busy","true"):e.removeAttribute(
"aria-busy"),L=g=>`${r.filter(({name:E})=>g[E]!==l.values[E]).map(E=>`${E.label} ${te(E,g[E.name])}`).join(", ")}.`,U=()=>{let g=m.before(l.values);qe.disabled=
xe.disabled=!g;let b=u?g:void 0;xe.setAttribute("aria-pressed",String(u)),S.forEach((E,Ke)=>{E.textContent=b?`before: ${b.cell.headline[Ke]}`:""}),y.textContent=
b?`Before: ${L(b.values)}`:"",f?.ghost&&f.swap("before",b?W(b.cell.columns):[])},T=()=>{if(o.ended)return;let{cell:g}=l;f?.swap("outcome",W(g.columns)),v.textContent=
g.sentence,$.setAttribute("aria-label",g.sentence),k.forEach((b,E)=>{b.textContent=g.headline[E]}),A.fill(),U()},I={},ee=()=>{for(let{name:g}of r)I[g].show(c[g])},
ye=()=>{w.textContent="";for(let{note:g}of Object.values(I))g.textContent=""},Ft=(g,{cell:b,refused:E})=>{O(!1),b?(l={values:g,cell:b},d&&m.settle(l)):(I[p].note.
textContent=E??"",Object.assign(c,l.values),ee()),d=!1,T()},He=Et(()=>{let g={...c};O(!0),h.at(g,b=>Ft(g,b))}),_e=g=>{Object.assign(c,g),ye();for(let b of Object.
keys(g))I[b].show(c[b]);He.run()},Je=()=>{d=He.late()||r.some(({name:g})=>c[g]!==l.values[g]),!d&&(m.settle(l),U())},ve=g=>{m.begin(),_e(g),Je()},Bt=()=>{let g=m.
undo();g&&(l=g,Object.assign(c,g.values),ye(),ee(),T())},Wt=async()=>{u=!u;let g=m.before(l.values);if(u&&g&&s.layer&&f&&!f.ghost){f.end(),f=void 0;let b=St(s,W(
g.cell.columns));f=await q(t,j,b,l.cell.columns,o),f&&(f.ghost=!0)}T()},Ht=g=>{let{name:b,positions:E}=g;return Nt(g,{moved:ke=>{p=b,_e({[b]:E[ke]})},typed:ke=>{
p=b;let $e=ie(g,ke);if("value"in $e)return ve({[b]:$e.value});ye(),I[b].note.textContent=$e.refused,I[b].show(c[b])},settled:Je,touched:()=>{p=b,m.begin(),h.start()}})};
for(let g of r)I[g.name]=Ht(g);let qe=K("Undo",Bt),xe=K("What changed?",Wt),_t=K("Start values",()=>ve({...i})),Jt=At(t,r,{root:e,state:c,open:g=>ve({...i,...g}),
note:w},o),qt=[qe,xe,_t,...Jt];return U(),e.append(a("div",{class:"plg-stage"},a("div",{class:"plg-controls"},...r.map(({name:g})=>I[g].row)),a("dl",{class:"plg\
-headline"},...N),$,v,a("div",{class:"plg-foot"},A.details,a("div",{class:"plg-actions"},...qt)),y,w,R)),q(t,j,s,l.cell.columns,o).then(async g=>{if(f=g,l.values!==
i&&T(),await Q(),o.ended)return;let b=t.store&&await ge(t,s,n.cell.columns,o);if(b&&t.store?.(b),R.textContent=await h.start(),!h.alive())for(let E of e.querySelectorAll(
".plg-controls :is(input, select)"))E.toggleAttribute("disabled",!0)})}function he({edition:e},{solution:t}){return t?[a("details",{class:"plg-solution",open:e==="instructor"},a("summary",{},"The answer"),t)]:[]}var be=(e,t)=>a("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),we=e=>e?"✓ Right. ":"✗ Not this. ";var Fe="Finish",Kn="Finished. What was right is told after the course, when you know more.";function Ct(e,t,n,o){let r=a("p",{class:"plg-saved",role:"status"}),
s=a("button",{type:"submit"},Fe),i=a("form"),c=n.questions.map((m,h,v)=>{let{body:k,read:S,show:N}=D(m).inputs(B("question"),m,o),j=a("div",{class:"plg-result"}),
$=a("div",{class:"plg-question"},be(h,v),...k,j);$.addEventListener("change",()=>u(m,S()));let A=t.kept(m.name);return A!==void 0&&N(A),{place:$,question:m,read:S,
result:j}}),l=()=>c.flatMap(({read:m},h)=>m()===void 0?[h+1]:[]),p=m=>{r.textContent=`${c.length-l().length} of ${c.length} answered. ${m}`},d=async(m,h)=>{s.textContent=
Fe;let v=await t.keep(m,h);return z(r,v),p(r.textContent??""),!v.refused},u=async(m,h)=>{let v={...m,verdicts:void 0};await d(v,h)&&se({lesson:n.lesson,question:m.
name,value:h,text:J(m,h)})},f=()=>{for(let h of i.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return p(
Kn);let m=0;for(let{question:h,read:v,result:k}of c){let S=Gn(h,v(),k);k.dataset.correct=String(S),m+=Number(S)}p(`Finished: ${m} of ${c.length} right. Each que\
stion now says why.`)};i.addEventListener("submit",async m=>{m.preventDefault();let h=l();if(h.length&&s.textContent===Fe)return s.textContent="Finish all the s\
ame",p(`Still open: ${h.join(", ")}.`);let v=c.length-h.length;await d({name:n.end,kind:"note",edition:n.endEdition},v)&&(se({lesson:n.lesson,question:n.end,value:v,
text:String(v)}),f())}),i.append(...c.flatMap(({place:m,question:h})=>[m,...he(n,h)]),s,r),e.append(i),t.kept(n.end)===void 0?p(""):f()}function Gn(e,t,n){let o=t===
void 0?void 0:P(e,t),r=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(a("strong",{},o?we(o.correct):"Not answered."),o?.text??""),r&&!o?.correct&&n.
append(a("p",{},a("em",{},"Right: "),e.options[r.option]," ",r.text)),!!o?.correct}function Rt(e,t,n,o){n.questions.forEach((r,s,i)=>{let c=zn(t,n,r,o);i.length>1&&c.prepend(be(s,i)),e.append(c,...he(n,r))})}function zn(e,t,n,o){let r=B("quest\
ion"),{locks:s}=n,i=a("div",{class:"plg-result",role:"status"}),c=a("p",{class:"plg-saved"}),l=a("button",{type:"submit"},s?"Commit":"Answer"),p=a("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":r}),{body:d,missing:u,read:f,show:m,tell:h,lock:v}=D(n).inputs(r,n,o),k=d[d.length-1];(k.classList.contains("\
plg-entry")?k:p).append(l),p.prepend(...d),p.append(i,c);let S=j=>{if(s){for(let A of p.querySelectorAll("input, button, select"))A.toggleAttribute("disabled",!0);
v?.(),i.textContent="Committed. It is compared with the answer further down.";return}let $=P(n,j);$&&(i.replaceChildren(a("strong",{},we($.correct)),$.text),h?.(
$,j),i.dataset.correct=String($.correct))},N=e.kept(n.name);return N!==void 0&&(m(N),S(N)),p.addEventListener("submit",async j=>{j.preventDefault();let $=f();if($===
void 0){i.textContent=u;return}l.disabled=!0,c.textContent="Saving …";let A=await e.keep(n,$);if(l.disabled=!1,z(c,A),A.refused&&s)return;let R=A.value??$,w=Y(
R,$);if(w||m(R),S(R),A.refused)return;let y=s?void 0:P(n,R)?.correct,O=J(n,R);se({lesson:t.lesson,question:n.name,value:R,text:O,correct:y,kept:w})}),p}function Tt(e,t,n,o){let{question:r,spec:s,columns:i}=n,c=a("p",{class:"plg-waiting"},n.waiting);e.append(c);let l=!1,p=async f=>{if(l)return;l=!0;let m=(f===void 0?
void 0:P(r,f))?.text??n.truth,{canvas:h,chart:v}=Z(`${n.description} ${m}`),k=X(s,()=>W(i));e.replaceChildren(a("p",{class:"plg-sentence",role:"status"},m),v,a(
"div",{class:"plg-foot"},k.details));let S=await q(t,h,s,i,o),N=f===void 0?void 0:ut(r,f);N&&S?.swap("prediction",N)};me(o,n.lesson,f=>{f.question===r.name&&p(f.
value)});let d=async()=>{await Q();let f=o.ended?void 0:await ge(t,s,i,o);f&&t.store?.(f)};t.store&&d();let u=t.kept(r.name);if(u!==void 0)return p(u);if(t.skippable){
let f=()=>p(void 0);c.append(" ",a("button",{type:"button",class:"plg-quiet",onclick:f},"Show it without"))}}function Mt(e,t,n,o){let r=B("notes"),s=a("textarea",{id:r,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let i=a("p",{class:"plg-saved",role:"st\
atus"}),c=a("p",{}),l=[],p=async()=>{i.textContent="Saving …";let d=await t.takeHome(s.value);z(i,d);for(let m of l)m();let u=(d.files??[]).map(([m,h])=>({name:m,
...o.url(new Blob([F(h)]))}));l=u.map(({end:m})=>m);let f=({name:m="",href:h=""})=>a("a",{class:"plg-download",href:h,download:m},`Download ${m}`);c.replaceChildren(
...u.flatMap(m=>[f(m)," "]))};e.append(a("label",{for:r,class:"plg-ask"},"My notes"),s,a("p",{},a("button",{type:"button",onclick:p},"Save my page")),i,c)}var Yn="This part of the page could not be drawn. Load the page again; the other parts work.",Vn={explorer:Lt,questions:Rt,paper:Ct,reveal:Tt,answers:vt,takehome:Mt,
chart:$t};function Be(e,t){let n=t instanceof Error?t.message:String(t);e.append(a("p",{class:"plg plg-note",role:"alert"},`${Yn} (${n})`))}function Dt(e,t,n,o){
let r=a("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});wt(r,o),e.append(r);let s=i=>{console.error(i),r.replaceChildren(),Be(r,i)};try{Promise.
resolve(Vn[n.kind](r,t,n,o)).catch(s)}catch(i){s(i)}}var Pt="plgkit:",Xn=16;function Ut(e){let t=`${Pt}${e.lesson}:${e.learner}`,n=[],o=u=>{try{return localStorage.getItem(u)??""}catch{return""}},r=()=>{try{return Object.
keys(localStorage).filter(u=>u.startsWith(Pt))}catch{return[]}},s=u=>u.lesson===e.lesson&&u.learner===e.learner&&de(u,e,u.edition),i=r().filter(u=>u!==t&&re(o(u)).
some(s));(o(t)||i.length===0)&&i.push(t);let c=i[i.length-1],l=()=>We(i.map(o).join(""))+n.join(""),p="",d=()=>{let u=f=>re(f).find(m=>m.person&&m.learner===e.learner)?.
person;return p||=u(l())??u(r().map(o).map(We).join(""))??Zn(),p};return addEventListener("beforeunload",u=>{n.length&&u.preventDefault()}),{read:l,person:d,append(u){
n.push(`${u}
`);try{let f=localStorage.getItem(c)??"";localStorage.setItem(c,We(f)+n.join(""))}catch{return!1}return n.length=0,!0}}}var We=e=>e&&!e.endsWith(`
`)?`${e}
`:e;function Zn(){return[...crypto.getRandomValues(new Uint8Array(Xn/2))].map(t=>t.toString(16).padStart(2,"0")).join("")}async function Qn(e){let{type:t,text:n}=e.querySelector("script");return t==="application/json"?JSON.parse(n):ne(F(n)).json()}function eo(e){let t=new Map;for(let n of e)
if("stamp"in n&&!t.has(n.lesson)){let{stamp:o}=n;t.set(n.lesson,{stamp:o,questions:new Map,editions:new Map,journal:Ut(o)})}for(let n of e){let o="lesson"in n?t.
get(n.lesson):void 0;if(!o)continue;let r="questions"in n?n.questions:"question"in n?[n.question]:[];for(let s of r)o.questions.has(s.name)||(o.questions.set(s.
name,s),o.editions.set(s.name,s.edition));"end"in n&&o.editions.set(n.end,n.endEdition)}return t}async function to(e){Re();let t=new fe,n=[...e.querySelectorAll(
".plg-part")],o=await Promise.allSettled(n.map(Qn)),r=eo(o.flatMap(c=>c.status==="fulfilled"?[c.value]:[])),s=o.findIndex(c=>c.status==="fulfilled"&&c.value.kind===
"explorer");n.forEach((c,l)=>{let p=o[l];if(p.status==="fulfilled"){let d=p.value,u="lesson"in d?r.get(d.lesson):void 0;Dt(c,gt(d,u,l===s),d,t)}else Be(c,p.reason)}),
addEventListener("scrollend",()=>history.replaceState({top:scrollY},""));let i=document.getElementById(Se(location.hash));history.state?scrollTo({top:history.state.
top,behavior:"instant"}):i?.scrollIntoView({behavior:"instant"}),document.documentElement.classList.add("plg-mounted")}to(document.body);})();
