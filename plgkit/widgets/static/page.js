"use strict";(()=>{var Ee={"":0,k:3,m:6},zt=/^(?:\d+(?:\.\d*)?|\.\d+)$/,Yt=/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,Vt=/^\d+,\d+$/;function H(e,t){let{before:n="",after:r=""}=e,[o,s]=Math.
abs(t).toExponential().split("e"),i=t&&e.quantity==="share"?2:0,c=nn(o.replace(".",""),Number(s)+1+i);return`${t<0?"−":""}${n}${c}${r}`}function ce(e,t){let n={
refused:`${e.label}: give ${Xt(e)}.`},r=Qt(e,t).filter(s=>Zt(e,s));if(r.length===0)return n;if(r.length===1)return{value:r[0]};let o=r.map(s=>H(e,s)).join(" or ");
return{refused:`${e.label}: this can mean ${o}; say which.`}}function Xt(e){let t=`between ${H(e,Number(e.low))} and ${H(e,Number(e.high))}`,n=`5 means ${e.before}\
5${e.after}`;return e.quantity==="share"?`a share ${t} (${n})`:e.quantity==="money"?`an amount ${t}${e.size?` (${n})`:""}`:ze(e)?`a whole number ${t}`:`a number\
 ${t}`}var ze=({kind:e,quantity:t})=>e==="whole"||t==="people",Zt=(e,t)=>Number(e.low)<=t&&t<=Number(e.high)&&(!ze(e)||Number.isInteger(t));function Qt(e,t){let[
,n,r]=/^([-−–+]?)(.*)$/.exec(Ge(t)),o=n!==""&&n!=="+",s=(d,u)=>tn(d,u,o);if(e.quantity==="share"){if(r.endsWith("%"))return s(r.slice(0,-1),-2);let[d]=s(r,-2);
return 0<d&&d<.01?[d,...s(r,0)]:s(r,-2)}if(e.quantity!=="money")return s(r,0);let{amount:i,size:c,named:l}=en(r,Ge(e.currency)),p=Ee[e.size];return c!==""?s(i,Ee[c]-
p):l&&p?[...s(i,0),...s(i,-p)]:s(i,0)}var Ge=e=>e.trim().toLowerCase().replace(/(\d)[\s'’](?=\d{3}(?!\d))/g,"$1").replace(/(\D)\s+/g,"$1").replace(/\s+(?=\D)/g,
"");function en(e,t){let n=Object.keys(Ee).flatMap(r=>[{before:r+t,after:"",size:r,named:!0},{before:t,after:r,size:r,named:!0},{before:"",after:t+r,size:r,named:!0},
{before:"",after:r+t,size:r,named:!0},{before:"",after:r,size:r,named:!1}]);for(let{before:r,after:o,size:s,named:i}of n){let c=e.slice(r.length,e.length-o.length);
if(e===r+c+o&&/^[\d.,]/.test(c)&&/[\d.,]$/.test(c))return{amount:c,size:s,named:i}}return{amount:"",size:"",named:!1}}function tn(e,t,n){let r=Yt.test(e)?e.replaceAll(
",",""):Vt.test(e)?e.replace(",","."):e;if(!zt.test(r))return[];let o=+`${r}e${t}`;return Number.isFinite(o)?[n?-o:o]:[]}function nn(e,t){let n=e.padStart(e.length+
Math.max(0,1-t),"0").padEnd(t,"0"),r=Math.max(1,t),o=n.slice(0,r).replace(/\B(?=(\d{3})+$)/g,","),s=n.slice(r).replace(/0+$/,"");return s?`${o}.${s}`:o}var Ae=e=>e.replace(/^#/,"").replace(/(?:%[0-9a-f]{2})+/gi,t=>{try{return decodeURIComponent(t)}catch{return t}});function Ye(e,t){if(!e.includes("="))return;let n={},
r=[];for(let o of e.replace(/^#/,"").split("&")){let[s,i=""]=o.split(/=(.*)/s).map(Ae),c=t.find(p=>p.name===s);if(!c){r.push(`The address sets ${s}; here it can\
 set ${t.map(p=>p.name).join(", ")}.`);continue}let l=c.kind==="choice"||c.kind==="flag"?rn(c,i):ce(c,i);"value"in l?n[s]=l.value:r.push(`The address says ${s}=${i}\
. ${l.refused}`)}return{values:n,refused:r}}function Ve(e,t){let r=e.filter(({name:o,value:s})=>t[o]!==s).map(o=>{let s=encodeURIComponent(te(o,t[o.name])).replaceAll(
"%25","%");return`${o.name}=${s}`});return r.length?`#${r.join("&")}`:""}function te(e,t){return e.kind==="flag"?t?"yes":"no":e.kind==="choice"?t:H(e,t)}function rn(e,t){
let n=e.positions.find(o=>te(e,o)===t),r=e.positions.map(o=>te(e,o)).join(" or ");return n===void 0?{refused:`${e.label}: give ${r}.`}:{value:n}}function a(e,t={},...n){let r=document.createElement(e);for(let[o,s]of Object.entries(t))o.startsWith("on")?r.addEventListener(o.slice(2),s):s!==void 0&&s!==!1&&
r.setAttribute(o,s===!0?"":s);return r.append(...n),r}function G(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[r,o]of Object.entries(
t))n.setAttribute(r,String(o));return n}function z(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}function B(e){let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var ne=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function Xe(e){let t=URL.createObjectURL(new Blob([await ne(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var Ze=globalThis;Ze.plgkitShared??={};var x=Ze.plgkitShared;x.ids??=0;x.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};x.drawing??=Promise.resolve();
function F(e){return x.ids+=1,`plg-${e}-${x.ids}`}var on=4*1024*1024,sn=10,an=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function Qe(e,t){x.engines??=new Map;let n=x.engines.get(e);return n||(n=cn(t),x.engines.set(e,n)),n}async function cn(e){let t=new Uint8Array(await ne(await e()).
arrayBuffer()),n=t.indexOf(sn),{loader:r,models:o}=JSON.parse(new TextDecoder().decode(t.subarray(0,n))),s=URL.createObjectURL(new Blob([r],{type:"text/javascri\
pt"})),i=URL.createObjectURL(new Blob([t.subarray(n+1)],{type:"application/wasm"}));try{let{loadMicroPython:c}=await import(s),l=await c({heapsize:on,url:i});for(let d of[
"/lib","/lib/plgkit","/lib/plgkit/models"])l.FS.mkdir(d);l.FS.writeFile("/lib/plgkit/__init__.py","");for(let[d,u]of Object.entries(o))l.FS.writeFile(`/lib/plgk\
it/models/${d}`,u);l.runPython(an);let p=l.globals.get("answer");return{cell:(d,u)=>JSON.parse(p(d,JSON.stringify(u)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(
i)}}function R(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let r=Number(n.toExponential().split(
"e")[1]),o=Math.min(300,Math.max(0,t-1-r)),s=String(BigInt(Math.round(n*+`1e${o}`))).padStart(o+1,"0"),i=s.slice(0,s.length-o).replace(/\B(?=(\d{3})+$)/g,","),c=s.
slice(s.length-o).replace(/0+$/,""),l=c?`${i}.${c}`:i;return e<0&&l!=="0"?`−${l}`:l}var le=10,et=({low:e,high:t})=>`a number between ${R(e,le)} and ${R(t,le)}`,ue=e=>e.slice(0,16).replace("T"," ");var ln=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function un(e){let[,t="",n="",r=""]=e.match(ln)??[e,"",e,""];return{before:t,ask:n,after:r}}
function T(e){let{before:t,ask:n,after:r}=un(e),o=s=>a("span",{class:"plg-situation"},s);return[...t?[o(t)," "]:[],n,...r?[" ",o(r)]:[]]}var tt={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(o=>{let s=a(
"input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),i=a("label",{for:s.id},t.options[o]);return{radio:s,row:a("div",{class:"plg-option"},s,i)}}),r=a("legend",
{id:e},...T(t.ask));return{body:[a("fieldset",{},r,...n.map(({row:o})=>o))],missing:"Choose one of the answers first.",read(){let o=n.find(({radio:s})=>s.checked);
return o&&Number(o.radio.value)},show(o){let s=n.find(({radio:i})=>Number(i.value)===o);s&&(s.radio.checked=!0)}}}};var Y=(e,t)=>JSON.stringify(e)===JSON.stringify(t),_=(e,t)=>e.low<=t&&t<=e.high,pe=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(r=>Number.isInteger(r)&&r>=0&&
r<n);var V=240,pn=560,dn=240,[de,je,fe,Ne]=[62,16,14,34],nt=[0,1,2,3,4],fn=4,mn={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function rt({
at:e,top:t,xTitle:n,yTitle:r},o){let s=e.map(()=>null),i=pn,c=!1,l=y=>de+(i-de-je)*(e[y]-e[0])/(e[e.length-1]-e[0]),p=y=>fe+(V-Ne-fe)*(1-y/t),d=G("svg",{class:"\
plg-drawing",role:"group","aria-label":`${r}, by ${n}`}),u=(y,w)=>{let O=G("text",w);return O.textContent=y,d.append(O),O},m=nt.map(y=>{let w=t*y/(nt.length-1);
u(R(w),{x:de-8,y:p(w)+4,"text-anchor":"end"});let O=G("line",{x1:de,y1:p(w),y2:p(w),class:"plg-grid"});return d.append(O),O}),f=e.map(y=>u(String(y),{y:V-Ne+18,
"text-anchor":"middle"})),h=u(n,{y:V-2,"text-anchor":"end"}),v=G("polyline",{class:"plg-line"}),k=e.map((y,w)=>{let I={"aria-label":`${r} at ${n} ${y}`,"aria-va\
luemin":0,"aria-valuemax":t},K=G("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...I});return K.addEventListener("keydown",M=>{let P=mn[M.key];!P||c||(M.
preventDefault(),j(w,(s[w]??s[w-1]??0)+P*t/100))}),K});d.append(v,...k);let E=()=>{k.forEach((w,O)=>{let I=s[O];w.setAttribute("cx",String(l(O))),w.setAttribute(
"cy",String(p(I??0))),w.classList.toggle("plg-unset",I===null),w.setAttribute("aria-valuenow",String(I??0)),w.setAttribute("aria-valuetext",I===null?"not drawn \
yet":R(I))});let y=s.flatMap((w,O)=>w===null?[]:[`${l(O)},${p(w)}`]);v.setAttribute("points",y.join(" "))},j=(y,w)=>{s[y]=Math.min(t,Math.max(0,Number(w.toPrecision(
fn)))),E()},N=()=>{i=Math.max(dn,d.clientWidth||i),d.setAttribute("viewBox",`0 0 ${i} ${V}`);for(let y of m)y.setAttribute("x2",String(i-je));f.forEach((y,w)=>{
y.setAttribute("x",String(l(w)))}),h.setAttribute("x",String(i-je)),E()};o.resized(d,N);let $=!1,A=y=>{if(!$||c)return;let w=d.getBoundingClientRect(),O=(y.clientX-
w.left)/w.width*i,I=(y.clientY-w.top)/w.height*V,K=e.reduce((M,P,L)=>Math.abs(l(L)-O)<Math.abs(l(M)-O)?L:M,0);j(K,t*(1-(I-fe)/(V-Ne-fe)))};return d.addEventListener(
"pointerdown",y=>{$=!0,d.setPointerCapture(y.pointerId),A(y)}),d.addEventListener("pointermove",A),d.addEventListener("pointerup",()=>{$=!1}),N(),{svg:d,heights:s,
show:E,lock:()=>{c=!0;for(let y of k)y.setAttribute("aria-disabled","true")}}}var gn="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",ot=e=>e[e.length-1],st={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(r=>typeof r=="number"&&_({low:0,high:t},r)),fits:(e,t)=>_(e,ot(t)),words:(e,t)=>R(ot(t)),overlay:({at:e},t)=>t.map((n,r)=>({x:e[r],prediction:n})),
inputs(e,t,n){let{svg:r,heights:o,show:s,lock:i}=rt(t,n),c=a("p",{class:"plg-unit"},gn);return{body:[a("p",{id:e,class:"plg-ask"},...T(t.ask)),c,r],missing:"Dra\
w the whole line: every point counts.",read:()=>o.includes(null)?void 0:[...o],show(l){o.splice(0,o.length,...l),s()},lock:i}}};var it={accepts:(e,t)=>typeof t=="number"&&_(e,t),fits:_,words:(e,t)=>R(t,le),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=a("input",{type:"number",step:"a\
ny",id:`${e}-box`,"aria-describedby":`${e}-unit`}),r=a("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[a("label",{id:e,for:n.id,class:"plg-ask"},...T(
t.ask)),a("div",{class:"plg-entry"},n,r)],missing:`Give ${et(t)}.`,read(){let o=Number(n.value);return n.value.trim()!==""&&_(t,o)?o:void 0},show(o){n.value=String(
o)}}}};var at={accepts:({items:e},t)=>pe(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>Y(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((u,m)=>m),r=!1,o=a("ol",{class:"plg-ranking","aria-labelledby":e}),s=(u,m)=>{r=!0,n.splice(m,0,...n.splice(u,1)),l();let[f,h]=o.children[m].querySelectorAll(
"button"),[v,k]=m<u?[f,h]:[h,f];(v.disabled?k:v).focus()},i=(u,m,f,h="")=>{let v=u+m<0||u+m>=n.length,k=`${t.items[n[u]]}: ${h}`;return a("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:v,"aria-label":k},onclick:()=>s(u,u+m)},f)},c=(u,m)=>a("li",{},a("span",{},t.items[u]),i(m,-1,"↑","up"),i(m,1,"↓","down")),
l=()=>o.replaceChildren(...n.map(c)),p=()=>{r=!0};l();let d=a("button",{type:"button",class:"plg-quiet",onclick:p},"I keep this order");return{body:[a("p",{id:e,
class:"plg-ask"},...T(t.ask)),o,d],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>r?[...n]:void 0,show(u){n=[...u],r=!0,l()}}}};var ct=({cards:e})=>e.map(({pile:t})=>t),lt={accepts:(e,t)=>pe(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||Y(ct(e),t),words({verdicts:[e]},t){return`${ct(
e).filter((r,o)=>r===t[o]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((r,o)=>{let s=a("select",{id:`${e}-${o}`},a("option",{value:""},"…"));s.append(
...t.piles.map((l,p)=>a("option",{value:p},l)));let i=a("p",{class:"plg-reason"});return{card:a("li",{},a("label",{for:s.id},r),s,i),pile:s,reason:i}});return{body:[
a("p",{id:e,class:"plg-ask"},...T(t.ask)),a("ol",{class:"plg-cards"},...n.map(({card:r})=>r))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:r})=>r.
value==="")?void 0:n.map(({pile:r})=>Number(r.value)),show(r){r.forEach((o,s)=>{n[s].pile.value=String(o)})},tell(r,o){n.forEach(({reason:s},i)=>{let c=r.cards[i].
pile===o[i];s.dataset.correct=String(c),s.textContent=`${c?"✓":"✗"} ${r.cards[i].reason}`})}}}};var hn={choice:tt,number:it,ranking:at,drawing:st,sorting:lt},D=e=>hn[e.form];var re=(e,t)=>e!==void 0&&D(e).accepts(e,t),J=(e,t)=>D(e).words(e,t);function U(e,t){if(!e.verdicts||!re(e,t))return;let{fits:n}=D(e),r=e.verdicts.find(o=>n(o,t));
return r&&{...r,text:r.text.replaceAll("{given}",J(e,t))}}var ut=(e,t)=>D(e).overlay?.(e,t);var bn=1,Le=1,wn="(with other numbers, or to an earlier edition of the question)",yn=["at","lesson","learner","part","kind","variant"],vn=["prediction","exercis\
e","quiz","note"],xn=/(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/,Re=e=>typeof e=="string",Ie=e=>Number.isSafeInteger(e)&&e>=0,pt={given:e=>typeof e=="object"&&e!==null&&!Array.
isArray(e),person:e=>Re(e)&&e!=="",edition:e=>Ie(e)&&e>=Le,sure:e=>typeof e=="number"&&e>=0&&e<=1,hints:Ie,round:Ie};function kn(e){let t;try{t=JSON.parse(e)}catch{
return}if(!(!pt.given(t)||t.v!==bn||!("value"in t))&&!xn.test(JSON.stringify(t))&&!(!yn.every(n=>Re(t[n]))||!vn.includes(t.kind)))return Object.entries(pt).every(
([n,r])=>!(n in t)||r(t[n]))?t:void 0}var Ce=e=>e.split(`
`).filter(t=>t.trim()),oe=e=>Ce(e).flatMap(t=>kn(t)??[]),$n=(e,t)=>Object.keys(e).length===Object.keys(t).length&&Object.keys(e).every(n=>JSON.stringify(e[n])===
JSON.stringify(t[n]));function me(e,t,n=Le){return(e.given?$n(e.given,t.given):e.variant===t.variant)&&(e.edition??Le)===n}function dt(e,t,n){let r=new Map;for(let o of e)
me(o,t,n(o.part))&&r.get(o.part)?.kind!=="prediction"&&r.set(o.part,o);return r}function ft(e,t,n,r,o){let s=r.toISOString().replace("Z","+00:00"),{name:i,kind:c,
edition:l}=t,{correct:p,misconception:d}="verdicts"in t&&U(t,n)||{};return JSON.stringify({...e,at:s,part:i,kind:c,value:n,correct:p,misconception:d,person:o,edition:l})}
function Te(e,t,n,r,o){return[t,e[n]??n,r,o===void 0?"":o?"yes":"no"]}function mt(e,t,n,r){let{at:o,part:s,kind:i,value:c}=r,l=t.get(s),p=i==="prediction"||typeof r.
correct!="boolean"?void 0:r.correct,d=c;return l&&!me(r,n,l.edition)?d=`${On(c)} ${wn}`:l&&re(l,c)&&(d=J(l,c)),Te(e,ue(o),s,d,p)}var On=e=>Re(e)?e:JSON.stringify(
e);var Sn="This browser does not keep answers: download them before you close the page.",En="You had committed before: your first prediction is shown, and stays.";
function An(){let e=document.getElementById("plgkit-vega");return e.src?new Promise(t=>{e.addEventListener("load",()=>t(x.embed))}):Xe(B(e.text.trim()))}function Me(){
return x.vega??=An(),x.vega}async function jn(){let{dataset:e,textContent:t}=document.getElementById("plgkit-python");return e.src?(await new Promise((n,r)=>{document.
head.append(a("script",{src:e.src,onload:n,onerror:r}))}),B(x.python??"")):B((t??"").trim())}var Nn=()=>Qe("page",jn),In={stamp:{v:1,lesson:"",learner:"",variant:"",
given:{}},questions:new Map,editions:new Map,journal:{read:()=>"",person:()=>"",append:()=>!1}},Ln={hash:()=>location.hash,async copy(e){let t=`${location.href.
split("#")[0]}${e}`;try{return await navigator.clipboard.writeText(t),"Copied."}catch{let n=a("input",{type:"text",readonly:!0,value:t,"aria-label":"Address"});
return requestAnimationFrame(()=>n.select()),n}}};function gt(e,t,n=!1){let{stamp:r,questions:o,editions:s,journal:i}=t??In,c=()=>oe(i.read()).filter(({lesson:p,
learner:d})=>p===r.lesson&&d===r.learner),l=p=>{let d=o.get(p),u=c().filter(m=>m.part===p&&(!d||re(d,m.value)));return dt(u,r,m=>s.get(m)).get(p)};return{skippable:!0,
vega:Me,engine:Nn,address:n?Ln:void 0,async keep(p,d){let u=p.locks?l(p.name):void 0;if(u?.kind==="prediction")return{value:u.value,saved:En};let m=i.append(ft(
r,p,d,new Date,i.person()));return{value:d,saved:m?"Kept in this browser.":Sn}},async takeHome(p){let d=await this.keep({name:"notes",kind:"note"},p);return print(),
d},kept:p=>l(p)?.value,rows:()=>c().map(p=>mt(e.labels,o,r,p)),unreadable(){let p=Ce(i.read()).length-c().length;return p?[`Set aside, and kept in the download:\
 ${p} stored ${p>1?"lines":"line"} of no use here.`]:[]},journal:async()=>({text:i.read()})}}var ge=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};x.live[t]+=1;let r=()=>{this.#e.delete(r)&&(x.live[t]-=1,n())};return this.#e.add(r),
r}listen(t,n,r){return t.addEventListener(n,r),this.begin("listeners",()=>t.removeEventListener(n,r))}resized(t,n){let r=new ResizeObserver(n);return r.observe(
t),this.begin("observers",()=>r.disconnect())}later(t,n){let r=setTimeout(()=>{o(),n()},t),o=this.begin("timers",()=>clearTimeout(r));return o}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};var Rn="data-lm-suppress-shortcuts",bt=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function ht(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(Rn,bt(e))}function wt(e,t){e.addEventListener("keydown",n=>bt(n)&&n.stopPropagation()),x.live.guards===0&&(addEventListener("keydown",
ht,!0),x.unguard=()=>removeEventListener("keydown",ht,!0)),t.begin("guards",()=>{x.live.guards===0&&x.unguard?.()})}var yt="plgkit:answered",se=e=>document.dispatchEvent(new CustomEvent(yt,{detail:e}));function he(e,t,n){e.listen(document,yt,({detail:r})=>{r.lesson===t&&n(r)})}function Cn(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([i])=>s[i]!==null)).map(s=>Object.fromEntries(t.
map(([i,c])=>[c,s[i]]))):e}function Tn(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):R(e,Number.isInteger(e)?15:5)}function De(e){let t=Object.keys(
e[0]??{}),n=t.map(o=>a("th",{scope:"col"},o)),r=e.map(o=>a("tr",{},...t.map(s=>a("td",{"data-label":s},Tn(o[s],s)))));return a("table",{},a("thead",{},a("tr",{},
...n)),a("tbody",{},...r))}function X(e,t){let n=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),r=a("summary",{},"The numbers as\
 a table"),o=a("details",{class:"plg-table"},r,n),s=()=>{o.open&&n.replaceChildren(De(Cn(t(),e.usermeta?.table)))};return o.addEventListener("toggle",s),{details:o,
fill:s}}var Mn=15e3;function vt(e,t,n,r){let o=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=a("p",{class:"plg-note",role:"alert"}),
c=a("button",{type:"button",class:"plg-quiet",onclick:async()=>{let u=await t.journal();if(s.textContent=u.refused??"",u.refused)return;let{href:m,end:f}=r.url(
new Blob([u.text??""],{type:"application/jsonl"}));a("a",{href:m,download:n.file}).click(),r.later(Mn,f)}},"Download my answers"),l=[...t.rows()],p=()=>{let u=l.
map(m=>Object.fromEntries(n.headings.map((f,h)=>[f,m[h]])));o.replaceChildren(l.length?De(u):"No answer yet.")};he(r,n.lesson,({question:u,text:m,correct:f,kept:h})=>{
h!==!1&&(l.push(Te(n.labels,ue(new Date().toISOString()),u,m,f)),p())}),p();let d=t.unreadable().map(u=>a("p",{class:"plg-note"},u));e.append(o,a("p",{},c),s,...d)}var Dn=100,Un=65,xt=280,Pn=640;function W(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,r)=>Object.fromEntries(t.map(o=>[o,e[o][r]])))}function Z(e){let t=a(
"div",{class:"plg-canvas","aria-hidden":"true"}),n=a("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var Bn=()=>new Promise(e=>{
requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,Dn)});async function ie(){await x.drawing,await new Promise(e=>(globalThis.requestIdleCallback??setTimeout)(
e))}function q(e,t,n,r,o){t.style.minHeight=`${n.height+Un}px`;let s=x.drawing.then(()=>kt(e,t,n,r,o)),i=()=>(t.style.minHeight="",Bn());return x.drawing=s.then(
i,i),s}async function be(e,t,n,r){let o=await kt(e,a("div"),t,n,r),s=o&&await o.png();return o?.end(),s}async function kt(e,t,n,r,o){let s=await e.vega();if(o.ended)
return;let i=Math.max(xt,t.clientWidth||Pn),c={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:W(r),...n.datasets},autosize:{type:"\
fit-x",contains:"padding"},width:i,config:{...n.config,aria:!1}},{view:l,finalize:p}=await s(t,c,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"}),d=o.begin(
"views",p),u=o.resized(t,()=>{let m=Math.max(xt,t.clientWidth);!t.clientWidth||Math.abs(m-i)<=1||(i=m,l.width(i).runAsync())});if(!o.ended)return{swap:(m,f)=>l.
data(m,f).runAsync(),png:async()=>(await l.toImageURL("png")).split(",")[1],end(){u(),d()}}}function $t(e,t,{title:n,spec:r,columns:o},s){let{canvas:i,chart:c}=Z(n);if(e.append(c),r.usermeta?.table){let[l]=Object.values(r.datasets);e.append(a("div",{class:"\
plg-foot"},X(r,()=>l).details))}return q(t,i,r,o,s)}var Fn=["opacity","strokeOpacity","fillOpacity","tooltip"];function Ot({layer:e,mark:t,encoding:n={},data:r,params:o,name:s,...i}){if(r&&r.name!=="outcome")return[];
let c=Object.fromEntries(Object.entries(n).filter(([p])=>!Fn.includes(p)));if(e)return[{...i,encoding:c,layer:e.flatMap(Ot)}];let l=t.type?t:{type:t};return l.type===
"text"||l.opacity===0?[]:[{...i,encoding:c,mark:{...l,opacity:.3*(l.opacity??1),tooltip:null}}]}function St(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(Ot)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}function Ue(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(r=>Math.abs(Number(r)-t));return n.indexOf(Math.min(...n))}function Et(e,t){let n=F("control"),r=e.unit?` (${e.unit})`:"",o=a("label",{for:n,class:"plg-label",title:e.help},e.label);r&&o.append(a("span",{class:"plg-unit"},
r));let s=a("p",{class:"plg-note",role:"alert",id:`${n}-note`}),i=e.kind==="choice"||e.kind==="flag",{inputs:c,show:l}=i?Wn(e,n,t):Hn(e,n,r,t);return l(e.value),
{row:a("div",{class:"plg-control"},o,...c,s),show:l,note:s}}function Wn(e,t,{moved:n,settled:r,touched:o}){let s=a("select",{id:t,onchange(){o(),n(s.selectedIndex),
r()},onfocus:o}),i=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...i.map(l=>a("option",{},String(l)))),{inputs:[s],show:l=>{s.selectedIndex=Ue(e.positions,
l)}}}function Hn(e,t,n,{moved:r,settled:o,typed:s,touched:i}){let c=a("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>r(Number(c.value)),
onchange:o,onfocus:i,onpointerdown:i}),l=a("input",{type:"text",class:"plg-box",inputmode:"decimal",autocomplete:"off","aria-label":`${e.label}${n}, exact value`,
"aria-describedby":`${t}-note`,onchange:()=>s(l.value),onfocus:i});return{inputs:[c,l],show:d=>{let u=H(e,d);c.value=String(Ue(e.positions,d)),c.setAttribute("a\
ria-valuetext",u),l.value=u}}}var At="This browser does not run the model, so the picture stays as it is. The notebook computes it.",Pe="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",_n="The kernel computes this picture, so each move waits for it.",Jn="These values cannot be computed";function Nt(e,{model:t}){let n,
r,o,s=!1,i=e.outcome;async function c(){try{if(t===void 0)throw new Error(Pe);return n=await e.engine(),n.cell(t,{}),""}catch(u){return n=void 0,t!==void 0&&console.
warn(u),i?_n:t===void 0?Pe:At}}async function l(u){return n&&t!==void 0?jt(n,t,u):i?i(u):{refused:t===void 0?Pe:At}}async function p(){for(s=!0;o;){let{values:u,
heard:m}=o;await d.start();let f=await l(u);o?.values===u&&(o=void 0,m(f))}s=!1}let d={start(){return r??=c(),r},alive:()=>!!(n||i),at(u,m){if(n&&t!==void 0&&!s)
return m(jt(n,t,u));o={values:u,heard:m},s||p()}};return d}function jt(e,t,n){try{return{cell:e.cell(t,n)}}catch(r){console.error(r);let o=String(r instanceof Error?
r.message:r).trim().split(`
`);return{refused:`${Jn}: ${o[o.length-1]}.`}}}var Be=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function It(e){let t=[e],n=!1,r=()=>t[t.length-1];return{begin(){n=!1},settle(o){Be(r().values,o.values)||(n&&
t.pop(),n=!0,(!t.length||!Be(r().values,o.values))&&t.push(o))},before:o=>Be(r().values,o)?t[t.length-2]:r(),undo(){if(n=!1,!(t.length<2))return t.pop(),r()}}}function Lt(e,t,n,r){let{controls:o,spec:s}=n,i=Object.fromEntries(o.map(({name:g,value:b})=>[g,b])),c={...i},l={values:i,cell:n.cell},p=o[0].name,d=0,u=!1,m=!1,
f,h=It(l),v=Nt(t,n),k=a("p",{class:"plg-sentence",role:"status"},l.cell.sentence),E=n.measures.map((g,b)=>a("dd",{},l.cell.headline[b])),j=n.measures.map(()=>a(
"dd",{class:"plg-before"})),N=n.measures.map((g,b)=>a("div",{},a("dt",{},g),E[b],j[b])),{canvas:$,chart:A}=Z(l.cell.sentence),C=X(s,()=>W(l.cell.columns)),y=a("\
p",{class:"plg-engine",role:"status"}),w=a("p",{class:"plg-note",role:"alert"}),O=a("p",{class:"plg-change",role:"status"}),I=g=>g?e.setAttribute("aria-busy","t\
rue"):e.removeAttribute("aria-busy"),K=g=>`${o.filter(({name:S})=>g[S]!==l.values[S]).map(S=>`${S.label} ${te(S,g[S.name])}`).join(", ")}.`,M=()=>{let g=h.before(
l.values);Ke.disabled=$e.disabled=!g;let b=m?g:void 0;$e.setAttribute("aria-pressed",String(m)),j.forEach((S,Q)=>{S.textContent=b?`before: ${b.cell.headline[Q]}`:
""}),O.textContent=b?`Before: ${K(b.values)}`:"",f&&m?f.swap("before",b?W(b.cell.columns):[]):f?.ghost&&f.swap("before",[])},P=()=>{if(r.ended)return;let{cell:g}=l;
f?.swap("outcome",W(g.columns)),k.textContent=g.sentence,A.setAttribute("aria-label",g.sentence),E.forEach((b,S)=>{b.textContent=g.headline[S]}),C.fill(),M()},L={},
_e=()=>{for(let{name:g}of o)L[g].show(c[g])},xe=()=>{w.textContent="";for(let{note:g}of Object.values(L))g.textContent=""},Bt=(g,{cell:b,refused:S})=>{I(!1),b?(l=
{values:g,cell:b},u&&h.settle(l)):(L[p].note.textContent=S??"",Object.assign(c,l.values),_e()),u=!1,P()},Ft=()=>{d=0;let g={...c};I(!0),v.at(g,b=>Bt(g,b))},Je=g=>{
Object.assign(c,g),xe();for(let b of Object.keys(g))L[b].show(c[b]);d||(d=requestAnimationFrame(Ft))},qe=()=>{u=!0,!(d||Object.keys(c).some(g=>c[g]!==l.values[g]))&&
(h.settle(l),u=!1,M())},ke=g=>{h.begin(),Je(g),qe()},Wt=()=>{let g=h.undo();g&&(l=g,Object.assign(c,g.values),xe(),_e(),P())},Ht=async()=>{m=!m;let g=h.before(l.
values);if(m&&g&&s.layer&&f&&!f.ghost){f.end();let b=St(s,W(g.cell.columns));f=await q(t,$,b,l.cell.columns,r),f&&(f.ghost=!0)}P()},_t=g=>{let{name:b,positions:S}=g;
return Et(g,{moved:Oe=>{p=b,Je({[b]:S[Oe]})},typed:Oe=>{p=b;let Se=ce(g,Oe);if("value"in Se)return ke({[b]:Se.value});xe(),L[b].note.textContent=Se.refused,L[b].
show(c[b])},settled:qe,touched:()=>{p=b,h.begin(),v.start()}})};for(let g of o)L[g.name]=_t(g);let ae=(g,b)=>a("button",{type:"button",class:"plg-quiet",onclick:b},
g),Ke=ae("Undo",Wt),$e=ae("What changed?",Ht),Jt=({hash:g,copy:b})=>{let S=()=>{let ee=Ye(g(),o);ee&&(Object.keys(ee.values).length&&ke({...i,...ee.values}),w.textContent=
ee.refused.join(" "),e.scrollIntoView({behavior:"instant"}))};r.listen(window,"hashchange",S),ie().then(S);let Q=a("span",{class:"plg-copied",role:"status"});return[
ae("Copy address",async()=>Q.replaceChildren(await b(Ve(o,c)))),Q]},qt=ae("Start values",()=>ke({...i})),Kt=t.address&&Jt(t.address);return M(),e.append(a("div",
{class:"plg-stage"},a("div",{class:"plg-controls"},...o.map(({name:g})=>L[g].row)),a("dl",{class:"plg-headline"},...N),A,k,a("div",{class:"plg-foot"},C.details,
Ke,$e,qt,...Kt??[]),O,w,y)),q(t,$,s,l.cell.columns,r).then(async g=>{if(f=g,l.values!==i&&P(),await ie(),r.ended)return;let b=t.store&&await be(t,s,n.cell.columns,
r);if(b&&t.store?.(b),y.textContent=await v.start(),!v.alive())for(let S of e.querySelectorAll(".plg-controls :is(input, select)"))S.toggleAttribute("disabled",
!0)})}function we({edition:e},{solution:t}){return t?[a("details",{class:"plg-solution",open:e==="instructor"},a("summary",{},"The answer"),t)]:[]}var ye=(e,t)=>a("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),ve=e=>e?"✓ Right. ":"✗ Not this. ";var Fe="Finish",qn="Finished. What was right is told after the course, when you know more.";function Rt(e,t,n,r){let o=a("p",{class:"plg-saved",role:"status"}),
s=a("button",{type:"submit"},Fe),i=a("form"),c=n.questions.map((f,h,v)=>{let{body:k,read:E,show:j}=D(f).inputs(F("question"),f,r),N=a("div",{class:"plg-result"}),
$=a("div",{class:"plg-question"},ye(h,v),...k,N);$.addEventListener("change",()=>u(f,E()));let A=t.kept(f.name);return A!==void 0&&j(A),{place:$,question:f,read:E,
result:N}}),l=()=>c.flatMap(({read:f},h)=>f()===void 0?[h+1]:[]),p=f=>{o.textContent=`${c.length-l().length} of ${c.length} answered. ${f}`},d=async(f,h)=>{s.textContent=
Fe;let v=await t.keep(f,h);return z(o,v),p(o.textContent??""),!v.refused},u=async(f,h)=>{let v={...f,verdicts:void 0};await d(v,h)&&se({lesson:n.lesson,question:f.
name,value:h,text:J(f,h)})},m=()=>{for(let h of i.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return p(
qn);let f=0;for(let{question:h,read:v,result:k}of c){let E=Kn(h,v(),k);k.dataset.correct=String(E),f+=Number(E)}p(`Finished: ${f} of ${c.length} right. Each que\
stion now says why.`)};i.addEventListener("submit",async f=>{f.preventDefault();let h=l();if(h.length&&s.textContent===Fe)return s.textContent="Finish all the s\
ame",p(`Still open: ${h.join(", ")}.`);let v=c.length-h.length;await d({name:n.end,kind:"note",edition:n.endEdition},v)&&(se({lesson:n.lesson,question:n.end,value:v,
text:String(v)}),m())}),i.append(...c.flatMap(({place:f,question:h})=>[f,...we(n,h)]),s,o),e.append(i),t.kept(n.end)===void 0?p(""):m()}function Kn(e,t,n){let r=t===
void 0?void 0:U(e,t),o=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(a("strong",{},r?ve(r.correct):"Not answered."),r?.text??""),o&&!r?.correct&&n.
append(a("p",{},a("em",{},"Right: "),e.options[o.option]," ",o.text)),!!r?.correct}function Ct(e,t,n,r){n.questions.forEach((o,s,i)=>{let c=Gn(t,n,o,r);i.length>1&&c.prepend(ye(s,i)),e.append(c,...we(n,o))})}function Gn(e,t,n,r){let o=F("quest\
ion"),{locks:s}=n,i=a("div",{class:"plg-result",role:"status"}),c=a("p",{class:"plg-saved"}),l=a("button",{type:"submit"},s?"Commit":"Answer"),p=a("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":o}),{body:d,missing:u,read:m,show:f,tell:h,lock:v}=D(n).inputs(o,n,r),k=d[d.length-1];(k.classList.contains("\
plg-entry")?k:p).append(l),p.prepend(...d),p.append(i,c);let E=N=>{if(s){for(let A of p.querySelectorAll("input, button, select"))A.toggleAttribute("disabled",!0);
v?.(),i.textContent="Committed. It is compared with the answer further down.";return}let $=U(n,N);$&&(i.replaceChildren(a("strong",{},ve($.correct)),$.text),h?.(
$,N),i.dataset.correct=String($.correct))},j=e.kept(n.name);return j!==void 0&&(f(j),E(j)),p.addEventListener("submit",async N=>{N.preventDefault();let $=m();if($===
void 0){i.textContent=u;return}l.disabled=!0,c.textContent="Saving …";let A=await e.keep(n,$);if(l.disabled=!1,z(c,A),A.refused&&s)return;let C=A.value??$,y=Y(
C,$);if(y||f(C),E(C),A.refused)return;let w=s?void 0:U(n,C)?.correct,O=J(n,C);se({lesson:t.lesson,question:n.name,value:C,text:O,correct:w,kept:y})}),p}function Tt(e,t,n,r){let{question:o,spec:s,columns:i}=n,c=a("p",{class:"plg-waiting"},n.waiting);e.append(c);let l=!1,p=async m=>{if(l)return;l=!0;let f=(m===void 0?
void 0:U(o,m))?.text??n.truth,{canvas:h,chart:v}=Z(`${n.description} ${f}`),k=X(s,()=>W(i));e.replaceChildren(a("p",{class:"plg-sentence",role:"status"},f),v,a(
"div",{class:"plg-foot"},k.details));let E=await q(t,h,s,i,r),j=m===void 0?void 0:ut(o,m);j&&E?.swap("prediction",j)};he(r,n.lesson,m=>{m.question===o.name&&p(m.
value)});let d=async()=>{await ie();let m=r.ended?void 0:await be(t,s,i,r);m&&t.store?.(m)};t.store&&d();let u=t.kept(o.name);if(u!==void 0)return p(u);if(t.skippable){
let m=()=>p(void 0);c.append(" ",a("button",{type:"button",class:"plg-quiet",onclick:m},"Show it without"))}}function Mt(e,t,n,r){let o=F("notes"),s=a("textarea",{id:o,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let i=a("p",{class:"plg-saved",role:"st\
atus"}),c=a("p",{}),l=[],p=async()=>{i.textContent="Saving …";let d=await t.takeHome(s.value);z(i,d);for(let f of l)f();let u=(d.files??[]).map(([f,h])=>({name:f,
...r.url(new Blob([B(h)]))}));l=u.map(({end:f})=>f);let m=({name:f="",href:h=""})=>a("a",{class:"plg-download",href:h,download:f},`Download ${f}`);c.replaceChildren(
...u.flatMap(f=>[m(f)," "]))};e.append(a("label",{for:o,class:"plg-ask"},"My notes"),s,a("p",{},a("button",{type:"button",onclick:p},"Save my page")),i,c)}var zn="This part of the page could not be drawn. Load the page again; the other parts work.",Yn={explorer:Lt,questions:Ct,paper:Rt,reveal:Tt,answers:vt,takehome:Mt,
chart:$t};function We(e,t){let n=t instanceof Error?t.message:String(t);e.append(a("p",{class:"plg plg-note",role:"alert"},`${zn} (${n})`))}function Dt(e,t,n,r){
let o=a("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});wt(o,r),e.append(o);let s=i=>{console.error(i),o.replaceChildren(),We(o,i)};try{Promise.
resolve(Yn[n.kind](o,t,n,r)).catch(s)}catch(i){s(i)}}var Ut="plgkit:",Vn=16;function Pt(e){let t=`${Ut}${e.lesson}:${e.learner}`,n=[],r=u=>{try{return localStorage.getItem(u)??""}catch{return""}},o=()=>{try{return Object.
keys(localStorage).filter(u=>u.startsWith(Ut))}catch{return[]}},s=u=>u.lesson===e.lesson&&u.learner===e.learner&&me(u,e,u.edition),i=o().filter(u=>u!==t&&oe(r(u)).
some(s));(r(t)||i.length===0)&&i.push(t);let c=i[i.length-1],l=()=>He(i.map(r).join(""))+n.join(""),p="",d=()=>{let u=m=>oe(m).find(f=>f.person&&f.learner===e.learner)?.
person;return p||=u(l())??u(o().map(r).map(He).join(""))??Xn(),p};return addEventListener("beforeunload",u=>{n.length&&u.preventDefault()}),{read:l,person:d,append(u){
n.push(`${u}
`);try{let m=localStorage.getItem(c)??"";localStorage.setItem(c,He(m)+n.join(""))}catch{return!1}return n.length=0,!0}}}var He=e=>e&&!e.endsWith(`
`)?`${e}
`:e;function Xn(){return[...crypto.getRandomValues(new Uint8Array(Vn/2))].map(t=>t.toString(16).padStart(2,"0")).join("")}async function Zn(e){let{type:t,text:n}=e.querySelector("script");return t==="application/json"?JSON.parse(n):ne(B(n)).json()}function Qn(e){let t=new Map;for(let n of e)
if("stamp"in n&&!t.has(n.lesson)){let{stamp:r}=n;t.set(n.lesson,{stamp:r,questions:new Map,editions:new Map,journal:Pt(r)})}for(let n of e){let r="lesson"in n?t.
get(n.lesson):void 0;if(!r)continue;let o="questions"in n?n.questions:"question"in n?[n.question]:[];for(let s of o)r.questions.has(s.name)||(r.questions.set(s.
name,s),r.editions.set(s.name,s.edition));"end"in n&&r.editions.set(n.end,n.endEdition)}return t}async function er(e){Me();let t=new ge,n=[...e.querySelectorAll(
".plg-part")],r=await Promise.allSettled(n.map(Zn)),o=Qn(r.flatMap(c=>c.status==="fulfilled"?[c.value]:[])),s=r.findIndex(c=>c.status==="fulfilled"&&c.value.kind===
"explorer");n.forEach((c,l)=>{let p=r[l];if(p.status==="fulfilled"){let d=p.value,u="lesson"in d?o.get(d.lesson):void 0;Dt(c,gt(d,u,l===s),d,t)}else We(c,p.reason)}),
addEventListener("scrollend",()=>history.replaceState({top:scrollY},""));let i=document.getElementById(Ae(location.hash));history.state?scrollTo({top:history.state.
top,behavior:"instant"}):i?.scrollIntoView({behavior:"instant"})}er(document.body);})();
