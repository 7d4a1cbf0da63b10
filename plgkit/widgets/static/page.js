"use strict";(()=>{var Ee={"":0,k:3,m:6},Vt=/^(?:\d+(?:\.\d*)?|\.\d+)$/,Xt=/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,Zt=/^\d+,\d+$/;function H(e,t){let{before:n="",after:o=""}=e,[r,s]=Math.
abs(t).toExponential().split("e"),i=t&&e.quantity==="share"?2:0,c=rn(r.replace(".",""),Number(s)+1+i);return`${t<0?"−":""}${n}${c}${o}`}function ce(e,t){let n={
refused:`${e.label}: give ${Qt(e)}.`},o=tn(e,t).filter(s=>en(e,s));if(o.length===0)return n;if(o.length===1)return{value:o[0]};let r=o.map(s=>H(e,s)).join(" or ");
return{refused:`${e.label}: this can mean ${r}; say which.`}}function Qt(e){let t=`between ${H(e,Number(e.low))} and ${H(e,Number(e.high))}`,n=`5 means ${e.before}\
5${e.after}`;return e.quantity==="share"?`a share ${t} (${n})`:e.quantity==="money"?`an amount ${t}${e.size?` (${n})`:""}`:Ve(e)?`a whole number ${t}`:`a number\
 ${t}`}var Ve=({kind:e,quantity:t})=>e==="whole"||t==="people",en=(e,t)=>Number(e.low)<=t&&t<=Number(e.high)&&(!Ve(e)||Number.isInteger(t));function tn(e,t){let[
,n,o]=/^([-−–+]?)(.*)$/.exec(Ye(t)),r=n!==""&&n!=="+",s=(d,u)=>on(d,u,r);if(e.quantity==="share"){if(o.endsWith("%"))return s(o.slice(0,-1),-2);let[d]=s(o,-2);
return 0<d&&d<.01?[d,...s(o,0)]:s(o,-2)}if(e.quantity!=="money")return s(o,0);let{amount:i,size:c,named:l}=nn(o,Ye(e.currency)),p=Ee[e.size];return c!==""?s(i,Ee[c]-
p):l&&p?[...s(i,0),...s(i,-p)]:s(i,0)}var Ye=e=>e.trim().toLowerCase().replace(/(\d)[\s'’](?=\d{3}(?!\d))/g,"$1").replace(/(\D)\s+/g,"$1").replace(/\s+(?=\D)/g,
"");function nn(e,t){let n=Object.keys(Ee).flatMap(o=>[{before:o+t,after:"",size:o,named:!0},{before:t,after:o,size:o,named:!0},{before:"",after:t+o,size:o,named:!0},
{before:"",after:o+t,size:o,named:!0},{before:"",after:o,size:o,named:!1}]);for(let{before:o,after:r,size:s,named:i}of n){let c=e.slice(o.length,e.length-r.length);
if(e===o+c+r&&/^[\d.,]/.test(c)&&/[\d.,]$/.test(c))return{amount:c,size:s,named:i}}return{amount:"",size:"",named:!1}}function on(e,t,n){let o=Xt.test(e)?e.replaceAll(
",",""):Zt.test(e)?e.replace(",","."):e;if(!Vt.test(o))return[];let r=+`${o}e${t}`;return Number.isFinite(r)?[n?-r:r]:[]}function rn(e,t){let n=e.padStart(e.length+
Math.max(0,1-t),"0").padEnd(t,"0"),o=Math.max(1,t),r=n.slice(0,o).replace(/\B(?=(\d{3})+$)/g,","),s=n.slice(o).replace(/0+$/,"");return s?`${r}.${s}`:r}var Ae=e=>e.replace(/^#/,"").replace(/(?:%[0-9a-f]{2})+/gi,t=>{try{return decodeURIComponent(t)}catch{return t}});function Xe(e,t){if(!e.includes("="))return;let n={},
o=[];for(let r of e.replace(/^#/,"").split("&")){let[s,i=""]=r.split(/=(.*)/s).map(Ae),c=t.find(p=>p.name===s);if(!c){o.push(`The address sets ${s}; here it can\
 set ${t.map(p=>p.name).join(", ")}.`);continue}let l=c.kind==="choice"||c.kind==="flag"?sn(c,i):ce(c,i);"value"in l?n[s]=l.value:o.push(`The address says ${s}=${i}\
. ${l.refused}`)}return{values:n,refused:o}}function Ze(e,t){let o=e.filter(({name:r,value:s})=>t[r]!==s).map(r=>{let s=encodeURIComponent(te(r,t[r.name])).replaceAll(
"%25","%");return`${r.name}=${s}`});return o.length?`#${o.join("&")}`:""}function te(e,t){return e.kind==="flag"?t?"yes":"no":e.kind==="choice"?t:H(e,t)}function sn(e,t){
let n=e.positions.find(r=>te(e,r)===t),o=e.positions.map(r=>te(e,r)).join(" or ");return n===void 0?{refused:`${e.label}: give ${o}.`}:{value:n}}function a(e,t={},...n){let o=document.createElement(e);for(let[r,s]of Object.entries(t))r.startsWith("on")?o.addEventListener(r.slice(2),s):s!==void 0&&s!==!1&&
o.setAttribute(r,s===!0?"":s);return o.append(...n),o}function G(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[o,r]of Object.entries(
t))n.setAttribute(o,String(r));return n}function z(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}function W(e){let t=atob(e),n=new Uint8Array(t.length);for(let o=0;o<t.length;o++)n[o]=t.charCodeAt(o);return n}var ne=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function Qe(e){let t=URL.createObjectURL(new Blob([await ne(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var et=globalThis;et.plgkitShared??={};var x=et.plgkitShared;x.ids??=0;x.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};x.drawing??=Promise.resolve();
function B(e){return x.ids+=1,`plg-${e}-${x.ids}`}var an=4*1024*1024,cn=10,ln=`
import json
from plgkit.models import cell

def answer(model, changes):
    return json.dumps(cell.at(json.loads(model), json.loads(changes)))
`;function tt(e,t){x.engines??=new Map;let n=x.engines.get(e);return n||(n=un(t),x.engines.set(e,n)),n}async function un(e){if(!("WebAssembly"in globalThis))throw new Error(
"this browser runs no WebAssembly");let t=new Uint8Array(await ne(await e()).arrayBuffer()),n=t.indexOf(cn),{loader:o,models:r}=JSON.parse(new TextDecoder().decode(
t.subarray(0,n))),s=URL.createObjectURL(new Blob([o],{type:"text/javascript"})),i=URL.createObjectURL(new Blob([t.subarray(n+1)],{type:"application/wasm"}));try{
let{loadMicroPython:c}=await import(s),l=await c({heapsize:an,url:i});for(let d of["/lib","/lib/plgkit","/lib/plgkit/models"])l.FS.mkdir(d);l.FS.writeFile("/lib\
/plgkit/__init__.py","");for(let[d,u]of Object.entries(r))l.FS.writeFile(`/lib/plgkit/models/${d}`,u);l.runPython(ln);let p=l.globals.get("answer");return{cell:(d,u)=>JSON.
parse(p(d,JSON.stringify(u)))}}finally{URL.revokeObjectURL(s),URL.revokeObjectURL(i)}}function C(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let o=Number(n.toExponential().split(
"e")[1]),r=Math.min(300,Math.max(0,t-1-o)),s=String(BigInt(Math.round(n*+`1e${r}`))).padStart(r+1,"0"),i=s.slice(0,s.length-r).replace(/\B(?=(\d{3})+$)/g,","),c=s.
slice(s.length-r).replace(/0+$/,""),l=c?`${i}.${c}`:i;return e<0&&l!=="0"?`−${l}`:l}var le=10,nt=({low:e,high:t})=>`a number between ${C(e,le)} and ${C(t,le)}`,ue=e=>e.slice(0,16).replace("T"," ");var pn=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function dn(e){let[,t="",n="",o=""]=e.match(pn)??[e,"",e,""];return{before:t,ask:n,after:o}}
function T(e){let{before:t,ask:n,after:o}=dn(e),r=s=>a("span",{class:"plg-situation"},s);return[...t?[r(t)," "]:[],n,...o?[" ",r(o)]:[]]}var ot={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(r=>{let s=a(
"input",{type:"radio",name:e,value:r,id:`${e}-${r}`}),i=a("label",{for:s.id},t.options[r]);return{radio:s,row:a("div",{class:"plg-option"},s,i)}}),o=a("legend",
{id:e},...T(t.ask));return{body:[a("fieldset",{},o,...n.map(({row:r})=>r))],missing:"Choose one of the answers first.",read(){let r=n.find(({radio:s})=>s.checked);
return r&&Number(r.radio.value)},show(r){let s=n.find(({radio:i})=>Number(i.value)===r);s&&(s.radio.checked=!0)}}}};var Y=(e,t)=>JSON.stringify(e)===JSON.stringify(t),_=(e,t)=>e.low<=t&&t<=e.high,pe=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(o=>Number.isInteger(o)&&o>=0&&
o<n);var V=240,fn=560,mn=240,[de,Ne,fe,je]=[62,16,14,34],rt=[0,1,2,3,4],gn=4,hn={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function st({
at:e,top:t,xTitle:n,yTitle:o},r){let s=e.map(()=>null),i=fn,c=!1,l=v=>de+(i-de-Ne)*(e[v]-e[0])/(e[e.length-1]-e[0]),p=v=>fe+(V-je-fe)*(1-v/t),d=G("svg",{class:"\
plg-drawing",role:"group","aria-label":`${o}, by ${n}`}),u=(v,w)=>{let O=G("text",w);return O.textContent=v,d.append(O),O},m=rt.map(v=>{let w=t*v/(rt.length-1);
u(C(w),{x:de-8,y:p(w)+4,"text-anchor":"end"});let O=G("line",{x1:de,y1:p(w),y2:p(w),class:"plg-grid"});return d.append(O),O}),f=e.map(v=>u(String(v),{y:V-je+18,
"text-anchor":"middle"})),h=u(n,{y:V-2,"text-anchor":"end"}),y=G("polyline",{class:"plg-line"}),k=e.map((v,w)=>{let I={"aria-label":`${o} at ${n} ${v}`,"aria-va\
luemin":0,"aria-valuemax":t},K=G("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...I});return K.addEventListener("keydown",M=>{let P=hn[M.key];!P||c||(M.
preventDefault(),N(w,(s[w]??s[w-1]??0)+P*t/100))}),K});d.append(y,...k);let E=()=>{k.forEach((w,O)=>{let I=s[O];w.setAttribute("cx",String(l(O))),w.setAttribute(
"cy",String(p(I??0))),w.classList.toggle("plg-unset",I===null),w.setAttribute("aria-valuenow",String(I??0)),w.setAttribute("aria-valuetext",I===null?"not drawn \
yet":C(I))});let v=s.flatMap((w,O)=>w===null?[]:[`${l(O)},${p(w)}`]);y.setAttribute("points",v.join(" "))},N=(v,w)=>{s[v]=Math.min(t,Math.max(0,Number(w.toPrecision(
gn)))),E()},j=()=>{i=Math.max(mn,d.clientWidth||i),d.setAttribute("viewBox",`0 0 ${i} ${V}`);for(let v of m)v.setAttribute("x2",String(i-Ne));f.forEach((v,w)=>{
v.setAttribute("x",String(l(w)))}),h.setAttribute("x",String(i-Ne)),E()};r.resized(d,j);let $=!1,A=v=>{if(!$||c)return;let w=d.getBoundingClientRect(),O=(v.clientX-
w.left)/w.width*i,I=(v.clientY-w.top)/w.height*V,K=e.reduce((M,P,L)=>Math.abs(l(L)-O)<Math.abs(l(M)-O)?L:M,0);N(K,t*(1-(I-fe)/(V-je-fe)))};return d.addEventListener(
"pointerdown",v=>{$=!0,d.setPointerCapture(v.pointerId),A(v)}),d.addEventListener("pointermove",A),d.addEventListener("pointerup",()=>{$=!1}),j(),{svg:d,heights:s,
show:E,lock:()=>{c=!0;for(let v of k)v.setAttribute("aria-disabled","true")}}}var bn="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",it=e=>e[e.length-1],at={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(o=>typeof o=="number"&&_({low:0,high:t},o)),fits:(e,t)=>_(e,it(t)),words:(e,t)=>C(it(t)),overlay:({at:e},t)=>t.map((n,o)=>({x:e[o],prediction:n})),
inputs(e,t,n){let{svg:o,heights:r,show:s,lock:i}=st(t,n),c=a("p",{class:"plg-unit"},bn);return{body:[a("p",{id:e,class:"plg-ask"},...T(t.ask)),c,o],missing:"Dra\
w the whole line: every point counts.",read:()=>r.includes(null)?void 0:[...r],show(l){r.splice(0,r.length,...l),s()},lock:i}}};var ct={accepts:(e,t)=>typeof t=="number"&&_(e,t),fits:_,words:(e,t)=>C(t,le),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=a("input",{type:"number",step:"a\
ny",id:`${e}-box`,"aria-describedby":`${e}-unit`}),o=a("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[a("label",{id:e,for:n.id,class:"plg-ask"},...T(
t.ask)),a("div",{class:"plg-entry"},n,o)],missing:`Give ${nt(t)}.`,read(){let r=Number(n.value);return n.value.trim()!==""&&_(t,r)?r:void 0},show(r){n.value=String(
r)}}}};var lt={accepts:({items:e},t)=>pe(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>Y(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((u,m)=>m),o=!1,r=a("ol",{class:"plg-ranking","aria-labelledby":e}),s=(u,m)=>{o=!0,n.splice(m,0,...n.splice(u,1)),l();let[f,h]=r.children[m].querySelectorAll(
"button"),[y,k]=m<u?[f,h]:[h,f];(y.disabled?k:y).focus()},i=(u,m,f,h="")=>{let y=u+m<0||u+m>=n.length,k=`${t.items[n[u]]}: ${h}`;return a("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:y,"aria-label":k},onclick:()=>s(u,u+m)},f)},c=(u,m)=>a("li",{},a("span",{},t.items[u]),i(m,-1,"↑","up"),i(m,1,"↓","down")),
l=()=>r.replaceChildren(...n.map(c)),p=()=>{o=!0};l();let d=a("button",{type:"button",class:"plg-quiet",onclick:p},"I keep this order");return{body:[a("p",{id:e,
class:"plg-ask"},...T(t.ask)),r,d],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>o?[...n]:void 0,show(u){n=[...u],o=!0,l()}}}};var ut=({cards:e})=>e.map(({pile:t})=>t),pt={accepts:(e,t)=>pe(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||Y(ut(e),t),words({verdicts:[e]},t){return`${ut(
e).filter((o,r)=>o===t[r]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((o,r)=>{let s=a("select",{id:`${e}-${r}`},a("option",{value:""},"…"));s.append(
...t.piles.map((l,p)=>a("option",{value:p},l)));let i=a("p",{class:"plg-reason"});return{card:a("li",{},a("label",{for:s.id},o),s,i),pile:s,reason:i}});return{body:[
a("p",{id:e,class:"plg-ask"},...T(t.ask)),a("ol",{class:"plg-cards"},...n.map(({card:o})=>o))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:o})=>o.
value==="")?void 0:n.map(({pile:o})=>Number(o.value)),show(o){o.forEach((r,s)=>{n[s].pile.value=String(r)})},tell(o,r){n.forEach(({reason:s},i)=>{let c=o.cards[i].
pile===r[i];s.dataset.correct=String(c),s.textContent=`${c?"✓":"✗"} ${o.cards[i].reason}`})}}}};var wn={choice:ot,number:ct,ranking:lt,drawing:at,sorting:pt},D=e=>wn[e.form];var oe=(e,t)=>e!==void 0&&D(e).accepts(e,t),J=(e,t)=>D(e).words(e,t);function U(e,t){if(!e.verdicts||!oe(e,t))return;let{fits:n}=D(e),o=e.verdicts.find(r=>n(r,t));
return o&&{...o,text:o.text.replaceAll("{given}",J(e,t))}}var dt=(e,t)=>D(e).overlay?.(e,t);var yn=1,Le=1,vn="(with other numbers, or to an earlier edition of the question)",xn=["at","lesson","learner","part","kind","variant"],kn=["prediction","exercis\
e","quiz","note"],$n=/(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/,Ce=e=>typeof e=="string",Ie=e=>Number.isSafeInteger(e)&&e>=0,ft={given:e=>typeof e=="object"&&e!==null&&!Array.
isArray(e),person:e=>Ce(e)&&e!=="",edition:e=>Ie(e)&&e>=Le,sure:e=>typeof e=="number"&&e>=0&&e<=1,hints:Ie,round:Ie};function On(e){let t;try{t=JSON.parse(e)}catch{
return}if(!(!ft.given(t)||t.v!==yn||!("value"in t))&&!$n.test(JSON.stringify(t))&&!(!xn.every(n=>Ce(t[n]))||!kn.includes(t.kind)))return Object.entries(ft).every(
([n,o])=>!(n in t)||o(t[n]))?t:void 0}var Re=e=>e.split(`
`).filter(t=>t.trim()),re=e=>Re(e).flatMap(t=>On(t)??[]),Sn=(e,t)=>Object.keys(e).length===Object.keys(t).length&&Object.keys(e).every(n=>JSON.stringify(e[n])===
JSON.stringify(t[n]));function me(e,t,n=Le){return(e.given?Sn(e.given,t.given):e.variant===t.variant)&&(e.edition??Le)===n}function mt(e,t,n){let o=new Map;for(let r of e)
me(r,t,n(r.part))&&o.get(r.part)?.kind!=="prediction"&&o.set(r.part,r);return o}function gt(e,t,n,o,r){let s=o.toISOString().replace("Z","+00:00"),{name:i,kind:c,
edition:l}=t,{correct:p,misconception:d}="verdicts"in t&&U(t,n)||{};return JSON.stringify({...e,at:s,part:i,kind:c,value:n,correct:p,misconception:d,person:r,edition:l})}
function Te(e,t,n,o,r){return[t,e[n]??n,o,r===void 0?"":r?"yes":"no"]}function ht(e,t,n,o){let{at:r,part:s,kind:i,value:c}=o,l=t.get(s),p=i==="prediction"||typeof o.
correct!="boolean"?void 0:o.correct,d=c;return l&&!me(o,n,l.edition)?d=`${En(c)} ${vn}`:l&&oe(l,c)&&(d=J(l,c)),Te(e,ue(r),s,d,p)}var En=e=>Ce(e)?e:JSON.stringify(
e);var An="This browser does not keep answers: download them before you close the page.",Nn="You had committed before: your first prediction is shown, and stays.";
function jn(){let e=document.getElementById("plgkit-vega");return e.src?new Promise(t=>{e.addEventListener("load",()=>t(x.embed))}):Qe(W(e.text.trim()))}function Me(){
return x.vega??=jn(),x.vega}async function In(){let{dataset:e,textContent:t}=document.getElementById("plgkit-python");return e.src?(await new Promise((n,o)=>{document.
head.append(a("script",{src:e.src,onload:n,onerror:o}))}),W(x.python??"")):W((t??"").trim())}var Ln=()=>tt("page",In),Cn={stamp:{v:1,lesson:"",learner:"",variant:"",
given:{}},questions:new Map,editions:new Map,journal:{read:()=>"",person:()=>"",append:()=>!1}},Rn={hash:()=>location.hash,async copy(e){let t=`${location.href.
split("#")[0]}${e}`;try{return await navigator.clipboard.writeText(t),"Copied."}catch{let n=a("input",{type:"text",readonly:!0,value:t,"aria-label":"Address"});
return requestAnimationFrame(()=>n.select()),n}}};function bt(e,t,n=!1){let{stamp:o,questions:r,editions:s,journal:i}=t??Cn,c=()=>re(i.read()).filter(({lesson:p,
learner:d})=>p===o.lesson&&d===o.learner),l=p=>{let d=r.get(p),u=c().filter(m=>m.part===p&&(!d||oe(d,m.value)));return mt(u,o,m=>s.get(m)).get(p)};return{skippable:!0,
vega:Me,engine:Ln,address:n?Rn:void 0,async keep(p,d){let u=p.locks?l(p.name):void 0;if(u?.kind==="prediction")return{value:u.value,saved:Nn};let m=i.append(gt(
o,p,d,new Date,i.person()));return{value:d,saved:m?"Kept in this browser.":An}},async takeHome(p){let d=await this.keep({name:"notes",kind:"note"},p);return print(),
d},kept:p=>l(p)?.value,rows:()=>c().map(p=>ht(e.labels,r,o,p)),unreadable(){let p=Re(i.read()).length-c().length;return p?[`Set aside, and kept in the download:\
 ${p} stored ${p>1?"lines":"line"} of no use here.`]:[]},journal:async()=>({text:i.read()})}}var ge=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};x.live[t]+=1;let o=()=>{this.#e.delete(o)&&(x.live[t]-=1,n())};return this.#e.add(o),
o}listen(t,n,o){return t.addEventListener(n,o),this.begin("listeners",()=>t.removeEventListener(n,o))}resized(t,n){let o=new ResizeObserver(n);return o.observe(
t),this.begin("observers",()=>o.disconnect())}later(t,n){let o=setTimeout(()=>{r(),n()},t),r=this.begin("timers",()=>clearTimeout(o));return r}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};var Tn="data-lm-suppress-shortcuts",yt=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function wt(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(Tn,yt(e))}function vt(e,t){e.addEventListener("keydown",n=>yt(n)&&n.stopPropagation()),x.live.guards===0&&(addEventListener("keydown",
wt,!0),x.unguard=()=>removeEventListener("keydown",wt,!0)),t.begin("guards",()=>{x.live.guards===0&&x.unguard?.()})}var xt="plgkit:answered",se=e=>document.dispatchEvent(new CustomEvent(xt,{detail:e}));function he(e,t,n){e.listen(document,xt,({detail:o})=>{o.lesson===t&&n(o)})}function Mn(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([i])=>s[i]!==null)).map(s=>Object.fromEntries(t.
map(([i,c])=>[c,s[i]]))):e}function Dn(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):C(e,Number.isInteger(e)?15:5)}function De(e){let t=Object.keys(
e[0]??{}),n=t.map(r=>a("th",{scope:"col"},r)),o=e.map(r=>a("tr",{},...t.map(s=>a("td",{"data-label":s},Dn(r[s],s)))));return a("table",{},a("thead",{},a("tr",{},
...n)),a("tbody",{},...o))}function X(e,t){let n=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),o=a("summary",{},"The numbers as\
 a table"),r=a("details",{class:"plg-table"},o,n),s=()=>{r.open&&n.replaceChildren(De(Mn(t(),e.usermeta?.table)))};return r.addEventListener("toggle",s),{details:r,
fill:s}}var Un=15e3;function kt(e,t,n,o){let r=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=a("p",{class:"plg-note",role:"alert"}),
c=a("button",{type:"button",class:"plg-quiet",onclick:async()=>{let u=await t.journal();if(s.textContent=u.refused??"",u.refused)return;let{href:m,end:f}=o.url(
new Blob([u.text??""],{type:"application/jsonl"}));a("a",{href:m,download:n.file}).click(),o.later(Un,f)}},"Download my answers"),l=[...t.rows()],p=()=>{let u=l.
map(m=>Object.fromEntries(n.headings.map((f,h)=>[f,m[h]])));r.replaceChildren(l.length?De(u):"No answer yet.")};he(o,n.lesson,({question:u,text:m,correct:f,kept:h})=>{
h!==!1&&(l.push(Te(n.labels,ue(new Date().toISOString()),u,m,f)),p())}),p();let d=t.unreadable().map(u=>a("p",{class:"plg-note"},u));e.append(r,a("p",{},c),s,...d)}var Pn=100,Ue=65,$t=280,Wn=120,Bn=640;function F(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,o)=>Object.fromEntries(t.map(r=>[r,e[r][o]])))}function Z(e){
let t=a("div",{class:"plg-canvas","aria-hidden":"true"}),n=a("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var Fn=()=>new Promise(
e=>{requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,Pn)});async function ie(){await x.drawing,await new Promise(e=>(globalThis.requestIdleCallback??setTimeout)(
e))}function q(e,t,n,o,r){t.style.minHeight=`${Pe(t,n.height,Ue)+Ue}px`;let s=x.drawing.then(()=>Ot(e,t,n,o,r)),i=()=>(t.style.minHeight="",Fn());return x.drawing=
s.then(i,i),s}async function be(e,t,n,o){let r=await Ot(e,a("div"),t,n,o),s=r&&await r.png();return r?.end(),s}function Pe(e,t,n){let o=Number.parseFloat(getComputedStyle(
e).maxHeight)-n;return o<t?Math.max(Wn,o):t}async function Ot(e,t,n,o,r){let s=await e.vega();if(r.ended)return;let i=Math.max($t,t.clientWidth||Bn),c=Pe(t,n.height,
Ue),l={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:F(o),...n.datasets},autosize:{type:"fit-x",contains:"padding"},width:i,height:c,
config:{...n.config,aria:!1}},{view:p,finalize:d}=await s(t,l,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"}),u=r.begin("views",d),m=async()=>{let h=Math.max(
$t,t.clientWidth),y=Number(t.querySelector("svg")?.getAttribute("height"))-c,k=Pe(t,n.height,y);!t.clientWidth||Math.abs(h-i)<=1&&Math.abs(k-c)<=1||([i,c]=[h,k],
await p.width(i).height(c).runAsync())},f=r.resized(t,m);if(await m(),!r.ended)return{swap:(h,y)=>p.data(h,y).runAsync(),png:async()=>(await p.toImageURL("png")).
split(",")[1],end(){f(),u()}}}function St(e,t,{title:n,spec:o,columns:r},s){let{canvas:i,chart:c}=Z(n);if(e.append(c),o.usermeta?.table){let[l]=Object.values(o.datasets);e.append(a("div",{class:"\
plg-foot"},X(o,()=>l).details))}return q(t,i,o,r,s)}var Hn=["opacity","strokeOpacity","fillOpacity","tooltip"];function Et({layer:e,mark:t,encoding:n={},data:o,params:r,name:s,...i}){if(o&&o.name!=="outcome")return[];
let c=Object.fromEntries(Object.entries(n).filter(([p])=>!Hn.includes(p)));if(e)return[{...i,encoding:c,layer:e.flatMap(Et)}];let l=t.type?t:{type:t};return l.type===
"text"||l.opacity===0?[]:[{...i,encoding:c,mark:{...l,opacity:.3*(l.opacity??1),tooltip:null}}]}function At(e,t){let n={data:{name:"before"},transform:e.transform??
[],layer:e.layer.flatMap(Et)};return{...e,layer:[n,...e.layer],datasets:{before:t,...e.datasets}}}function We(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(o=>Math.abs(Number(o)-t));return n.indexOf(Math.min(...n))}function Nt(e,t){let n=B("control"),o=e.unit?` (${e.unit.replace(/^share\b/,"%")})`:"",r=a("label",{for:n,class:"plg-label",title:e.help},e.label);o&&r.append(a(
"span",{class:"plg-unit"},o));let s=a("p",{class:"plg-note",role:"alert",id:`${n}-note`}),i=e.kind==="choice"||e.kind==="flag",{inputs:c,show:l}=i?_n(e,n,t):Jn(
e,n,o,t);return l(e.value),{row:a("div",{class:"plg-control"},r,...c,s),show:l,note:s}}function _n(e,t,{moved:n,settled:o,touched:r}){let s=a("select",{id:t,autocomplete:"\
off",onchange(){r(),n(s.selectedIndex),o()},onfocus:r}),i=e.kind==="flag"?["no","yes"]:e.positions;return s.append(...i.map(l=>a("option",{},String(l)))),{inputs:[
s],show:l=>{s.selectedIndex=We(e.positions,l)}}}function Jn(e,t,n,{moved:o,settled:r,typed:s,touched:i}){let c=a("input",{type:"range",id:t,min:0,max:e.positions.
length-1,step:1,autocomplete:"off",oninput:()=>o(Number(c.value)),onchange:r,onfocus:i,onpointerdown:i}),l=a("input",{type:"text",class:"plg-box",inputmode:"dec\
imal",autocomplete:"off","aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}-note`,onchange:()=>s(l.value),onfocus:i});return{inputs:[c,l],show:d=>{
let u=H(e,d);c.value=String(We(e.positions,d)),c.setAttribute("aria-valuetext",u),l.value=u}}}var jt="This browser does not run the model, so the picture stays as it is. The notebook computes it.",Be="Only the notebook's kernel can compute this model, so\
 the picture stays as it is.",qn="The kernel computes this picture, so each move waits for it.",Kn="These values cannot be computed";function Lt(e,{model:t}){let n,
o,r,s=!1,i=e.outcome;async function c(){try{if(t===void 0)throw new Error(Be);return n=await e.engine(),n.cell(t,{}),""}catch(u){return n=void 0,t!==void 0&&console.
warn(u),i?qn:t===void 0?Be:jt}}async function l(u){return n&&t!==void 0?It(n,t,u):i?i(u):{refused:t===void 0?Be:jt}}async function p(){for(s=!0;r;){let{values:u,
heard:m}=r;await d.start();let f=await l(u);r?.values===u&&(r=void 0,m(f))}s=!1}let d={start(){return o??=c(),o},alive:()=>!!(n||i),at(u,m){if(n&&t!==void 0&&!s)
return m(It(n,t,u));r={values:u,heard:m},s||p()}};return d}function It(e,t,n){try{return{cell:e.cell(t,n)}}catch(o){console.error(o);let r=String(o instanceof Error?
o.message:o).trim().split(`
`);return{refused:`${Kn}: ${r[r.length-1]}.`}}}var Fe=(e,t)=>Object.keys(e).every(n=>e[n]===t[n]);function Ct(e){let t=[e],n=!1,o=()=>t[t.length-1];return{begin(){n=!1},settle(r){Fe(o().values,r.values)||(n&&
t.pop(),n=!0,(!t.length||!Fe(o().values,r.values))&&t.push(r))},before:r=>Fe(o().values,r)?t[t.length-2]:o(),undo(){if(n=!1,!(t.length<2))return t.pop(),o()}}}function Rt(e,t,n,o){let{controls:r,spec:s}=n,i=Object.fromEntries(r.map(({name:g,value:b})=>[g,b])),c={...i},l={values:i,cell:n.cell},p=r[0].name,d=0,u=!1,m=!1,
f,h=Ct(l),y=Lt(t,n),k=a("p",{class:"plg-sentence",role:"status"},l.cell.sentence),E=n.measures.map((g,b)=>a("dd",{},l.cell.headline[b])),N=n.measures.map(()=>a(
"dd",{class:"plg-before"})),j=n.measures.map((g,b)=>a("div",{},a("dt",{},g),E[b],N[b])),{canvas:$,chart:A}=Z(l.cell.sentence),R=X(s,()=>F(l.cell.columns)),v=a("\
p",{class:"plg-engine",role:"status"}),w=a("p",{class:"plg-note",role:"alert"}),O=a("p",{class:"plg-change",role:"status"}),I=g=>g?e.setAttribute("aria-busy","t\
rue"):e.removeAttribute("aria-busy"),K=g=>`${r.filter(({name:S})=>g[S]!==l.values[S]).map(S=>`${S.label} ${te(S,g[S.name])}`).join(", ")}.`,M=()=>{let g=h.before(
l.values);ze.disabled=$e.disabled=!g;let b=m?g:void 0;$e.setAttribute("aria-pressed",String(m)),N.forEach((S,Q)=>{S.textContent=b?`before: ${b.cell.headline[Q]}`:
""}),O.textContent=b?`Before: ${K(b.values)}`:"",f&&m?f.swap("before",b?F(b.cell.columns):[]):f?.ghost&&f.swap("before",[])},P=()=>{if(o.ended)return;let{cell:g}=l;
f?.swap("outcome",F(g.columns)),k.textContent=g.sentence,A.setAttribute("aria-label",g.sentence),E.forEach((b,S)=>{b.textContent=g.headline[S]}),R.fill(),M()},L={},
qe=()=>{for(let{name:g}of r)L[g].show(c[g])},xe=()=>{w.textContent="";for(let{note:g}of Object.values(L))g.textContent=""},Ft=(g,{cell:b,refused:S})=>{I(!1),b?(l=
{values:g,cell:b},u&&h.settle(l)):(L[p].note.textContent=S??"",Object.assign(c,l.values),qe()),u=!1,P()},Ht=()=>{d=0;let g={...c};I(!0),y.at(g,b=>Ft(g,b))},Ke=g=>{
Object.assign(c,g),xe();for(let b of Object.keys(g))L[b].show(c[b]);d||(d=requestAnimationFrame(Ht))},Ge=()=>{u=!0,!(d||Object.keys(c).some(g=>c[g]!==l.values[g]))&&
(h.settle(l),u=!1,M())},ke=g=>{h.begin(),Ke(g),Ge()},_t=()=>{let g=h.undo();g&&(l=g,Object.assign(c,g.values),xe(),qe(),P())},Jt=async()=>{m=!m;let g=h.before(l.
values);if(m&&g&&s.layer&&f&&!f.ghost){f.end();let b=At(s,F(g.cell.columns));f=await q(t,$,b,l.cell.columns,o),f&&(f.ghost=!0)}P()},qt=g=>{let{name:b,positions:S}=g;
return Nt(g,{moved:Oe=>{p=b,Ke({[b]:S[Oe]})},typed:Oe=>{p=b;let Se=ce(g,Oe);if("value"in Se)return ke({[b]:Se.value});xe(),L[b].note.textContent=Se.refused,L[b].
show(c[b])},settled:Ge,touched:()=>{p=b,h.begin(),y.start()}})};for(let g of r)L[g.name]=qt(g);let ae=(g,b)=>a("button",{type:"button",class:"plg-quiet",onclick:b},
g),ze=ae("Undo",_t),$e=ae("What changed?",Jt),Kt=({hash:g,copy:b})=>{let S=()=>{let ee=Xe(g(),r);ee&&(Object.keys(ee.values).length&&ke({...i,...ee.values}),w.textContent=
ee.refused.join(" "),e.scrollIntoView({behavior:"instant"}))};o.listen(window,"hashchange",S),ie().then(S);let Q=a("span",{class:"plg-copied",role:"status"});return[
ae("Copy address",async()=>Q.replaceChildren(await b(Ze(r,c)))),Q]},Gt=ae("Start values",()=>ke({...i})),zt=[ze,$e,Gt,...t.address?Kt(t.address):[]];return M(),
e.append(a("div",{class:"plg-stage"},a("div",{class:"plg-controls"},...r.map(({name:g})=>L[g].row)),a("dl",{class:"plg-headline"},...j),A,k,a("div",{class:"plg-\
foot"},R.details,a("div",{class:"plg-actions"},...zt)),O,w,v)),q(t,$,s,l.cell.columns,o).then(async g=>{if(f=g,l.values!==i&&P(),await ie(),o.ended)return;let b=t.
store&&await be(t,s,n.cell.columns,o);if(b&&t.store?.(b),v.textContent=await y.start(),!y.alive())for(let S of e.querySelectorAll(".plg-controls :is(input, sele\
ct)"))S.toggleAttribute("disabled",!0)})}function we({edition:e},{solution:t}){return t?[a("details",{class:"plg-solution",open:e==="instructor"},a("summary",{},"The answer"),t)]:[]}var ye=(e,t)=>a("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),ve=e=>e?"✓ Right. ":"✗ Not this. ";var He="Finish",Gn="Finished. What was right is told after the course, when you know more.";function Tt(e,t,n,o){let r=a("p",{class:"plg-saved",role:"status"}),
s=a("button",{type:"submit"},He),i=a("form"),c=n.questions.map((f,h,y)=>{let{body:k,read:E,show:N}=D(f).inputs(B("question"),f,o),j=a("div",{class:"plg-result"}),
$=a("div",{class:"plg-question"},ye(h,y),...k,j);$.addEventListener("change",()=>u(f,E()));let A=t.kept(f.name);return A!==void 0&&N(A),{place:$,question:f,read:E,
result:j}}),l=()=>c.flatMap(({read:f},h)=>f()===void 0?[h+1]:[]),p=f=>{r.textContent=`${c.length-l().length} of ${c.length} answered. ${f}`},d=async(f,h)=>{s.textContent=
He;let y=await t.keep(f,h);return z(r,y),p(r.textContent??""),!y.refused},u=async(f,h)=>{let y={...f,verdicts:void 0};await d(y,h)&&se({lesson:n.lesson,question:f.
name,value:h,text:J(f,h)})},m=()=>{for(let h of i.querySelectorAll("input, button"))h.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return p(
Gn);let f=0;for(let{question:h,read:y,result:k}of c){let E=zn(h,y(),k);k.dataset.correct=String(E),f+=Number(E)}p(`Finished: ${f} of ${c.length} right. Each que\
stion now says why.`)};i.addEventListener("submit",async f=>{f.preventDefault();let h=l();if(h.length&&s.textContent===He)return s.textContent="Finish all the s\
ame",p(`Still open: ${h.join(", ")}.`);let y=c.length-h.length;await d({name:n.end,kind:"note",edition:n.endEdition},y)&&(se({lesson:n.lesson,question:n.end,value:y,
text:String(y)}),m())}),i.append(...c.flatMap(({place:f,question:h})=>[f,...we(n,h)]),s,r),e.append(i),t.kept(n.end)===void 0?p(""):m()}function zn(e,t,n){let o=t===
void 0?void 0:U(e,t),r=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(a("strong",{},o?ve(o.correct):"Not answered."),o?.text??""),r&&!o?.correct&&n.
append(a("p",{},a("em",{},"Right: "),e.options[r.option]," ",r.text)),!!o?.correct}function Mt(e,t,n,o){n.questions.forEach((r,s,i)=>{let c=Yn(t,n,r,o);i.length>1&&c.prepend(ye(s,i)),e.append(c,...we(n,r))})}function Yn(e,t,n,o){let r=B("quest\
ion"),{locks:s}=n,i=a("div",{class:"plg-result",role:"status"}),c=a("p",{class:"plg-saved"}),l=a("button",{type:"submit"},s?"Commit":"Answer"),p=a("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":r}),{body:d,missing:u,read:m,show:f,tell:h,lock:y}=D(n).inputs(r,n,o),k=d[d.length-1];(k.classList.contains("\
plg-entry")?k:p).append(l),p.prepend(...d),p.append(i,c);let E=j=>{if(s){for(let A of p.querySelectorAll("input, button, select"))A.toggleAttribute("disabled",!0);
y?.(),i.textContent="Committed. It is compared with the answer further down.";return}let $=U(n,j);$&&(i.replaceChildren(a("strong",{},ve($.correct)),$.text),h?.(
$,j),i.dataset.correct=String($.correct))},N=e.kept(n.name);return N!==void 0&&(f(N),E(N)),p.addEventListener("submit",async j=>{j.preventDefault();let $=m();if($===
void 0){i.textContent=u;return}l.disabled=!0,c.textContent="Saving …";let A=await e.keep(n,$);if(l.disabled=!1,z(c,A),A.refused&&s)return;let R=A.value??$,v=Y(
R,$);if(v||f(R),E(R),A.refused)return;let w=s?void 0:U(n,R)?.correct,O=J(n,R);se({lesson:t.lesson,question:n.name,value:R,text:O,correct:w,kept:v})}),p}function Dt(e,t,n,o){let{question:r,spec:s,columns:i}=n,c=a("p",{class:"plg-waiting"},n.waiting);e.append(c);let l=!1,p=async m=>{if(l)return;l=!0;let f=(m===void 0?
void 0:U(r,m))?.text??n.truth,{canvas:h,chart:y}=Z(`${n.description} ${f}`),k=X(s,()=>F(i));e.replaceChildren(a("p",{class:"plg-sentence",role:"status"},f),y,a(
"div",{class:"plg-foot"},k.details));let E=await q(t,h,s,i,o),N=m===void 0?void 0:dt(r,m);N&&E?.swap("prediction",N)};he(o,n.lesson,m=>{m.question===r.name&&p(m.
value)});let d=async()=>{await ie();let m=o.ended?void 0:await be(t,s,i,o);m&&t.store?.(m)};t.store&&d();let u=t.kept(r.name);if(u!==void 0)return p(u);if(t.skippable){
let m=()=>p(void 0);c.append(" ",a("button",{type:"button",class:"plg-quiet",onclick:m},"Show it without"))}}function Ut(e,t,n,o){let r=B("notes"),s=a("textarea",{id:r,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let i=a("p",{class:"plg-saved",role:"st\
atus"}),c=a("p",{}),l=[],p=async()=>{i.textContent="Saving …";let d=await t.takeHome(s.value);z(i,d);for(let f of l)f();let u=(d.files??[]).map(([f,h])=>({name:f,
...o.url(new Blob([W(h)]))}));l=u.map(({end:f})=>f);let m=({name:f="",href:h=""})=>a("a",{class:"plg-download",href:h,download:f},`Download ${f}`);c.replaceChildren(
...u.flatMap(f=>[m(f)," "]))};e.append(a("label",{for:r,class:"plg-ask"},"My notes"),s,a("p",{},a("button",{type:"button",onclick:p},"Save my page")),i,c)}var Vn="This part of the page could not be drawn. Load the page again; the other parts work.",Xn={explorer:Rt,questions:Mt,paper:Tt,reveal:Dt,answers:kt,takehome:Ut,
chart:St};function _e(e,t){let n=t instanceof Error?t.message:String(t);e.append(a("p",{class:"plg plg-note",role:"alert"},`${Vn} (${n})`))}function Pt(e,t,n,o){
let r=a("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});vt(r,o),e.append(r);let s=i=>{console.error(i),r.replaceChildren(),_e(r,i)};try{Promise.
resolve(Xn[n.kind](r,t,n,o)).catch(s)}catch(i){s(i)}}var Wt="plgkit:",Zn=16;function Bt(e){let t=`${Wt}${e.lesson}:${e.learner}`,n=[],o=u=>{try{return localStorage.getItem(u)??""}catch{return""}},r=()=>{try{return Object.
keys(localStorage).filter(u=>u.startsWith(Wt))}catch{return[]}},s=u=>u.lesson===e.lesson&&u.learner===e.learner&&me(u,e,u.edition),i=r().filter(u=>u!==t&&re(o(u)).
some(s));(o(t)||i.length===0)&&i.push(t);let c=i[i.length-1],l=()=>Je(i.map(o).join(""))+n.join(""),p="",d=()=>{let u=m=>re(m).find(f=>f.person&&f.learner===e.learner)?.
person;return p||=u(l())??u(r().map(o).map(Je).join(""))??Qn(),p};return addEventListener("beforeunload",u=>{n.length&&u.preventDefault()}),{read:l,person:d,append(u){
n.push(`${u}
`);try{let m=localStorage.getItem(c)??"";localStorage.setItem(c,Je(m)+n.join(""))}catch{return!1}return n.length=0,!0}}}var Je=e=>e&&!e.endsWith(`
`)?`${e}
`:e;function Qn(){return[...crypto.getRandomValues(new Uint8Array(Zn/2))].map(t=>t.toString(16).padStart(2,"0")).join("")}async function eo(e){let{type:t,text:n}=e.querySelector("script");return t==="application/json"?JSON.parse(n):ne(W(n)).json()}function to(e){let t=new Map;for(let n of e)
if("stamp"in n&&!t.has(n.lesson)){let{stamp:o}=n;t.set(n.lesson,{stamp:o,questions:new Map,editions:new Map,journal:Bt(o)})}for(let n of e){let o="lesson"in n?t.
get(n.lesson):void 0;if(!o)continue;let r="questions"in n?n.questions:"question"in n?[n.question]:[];for(let s of r)o.questions.has(s.name)||(o.questions.set(s.
name,s),o.editions.set(s.name,s.edition));"end"in n&&o.editions.set(n.end,n.endEdition)}return t}async function no(e){Me();let t=new ge,n=[...e.querySelectorAll(
".plg-part")],o=await Promise.allSettled(n.map(eo)),r=to(o.flatMap(c=>c.status==="fulfilled"?[c.value]:[])),s=o.findIndex(c=>c.status==="fulfilled"&&c.value.kind===
"explorer");n.forEach((c,l)=>{let p=o[l];if(p.status==="fulfilled"){let d=p.value,u="lesson"in d?r.get(d.lesson):void 0;Pt(c,bt(d,u,l===s),d,t)}else _e(c,p.reason)}),
addEventListener("scrollend",()=>history.replaceState({top:scrollY},""));let i=document.getElementById(Ae(location.hash));history.state?scrollTo({top:history.state.
top,behavior:"instant"}):i?.scrollIntoView({behavior:"instant"}),document.documentElement.classList.add("plg-mounted")}no(document.body);})();
