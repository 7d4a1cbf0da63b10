"use strict";(()=>{function I(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let o=Number(n.toExponential().split(
"e")[1]),r=Math.min(300,Math.max(0,t-1-o)),s=String(BigInt(Math.round(n*+`1e${r}`))).padStart(r+1,"0"),i=s.slice(0,s.length-r).replace(/\B(?=(\d{3})+$)/g,","),l=s.
slice(s.length-r).replace(/0+$/,""),c=l?`${i}.${l}`:i;return e<0&&c!=="0"?`−${c}`:c}var te=10,Le=({low:e,high:t})=>`a number between ${I(e,te)} and ${I(t,te)}`,ne=e=>e.slice(0,16).replace("T"," ");function a(e,t={},...n){let o=document.createElement(e);for(let[r,s]of Object.entries(t))r.startsWith("on")?o.addEventListener(r.slice(2),s):s!==void 0&&s!==!1&&
o.setAttribute(r,s===!0?"":s);return o.append(...n),o}function B(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[o,r]of Object.entries(
t))n.setAttribute(o,String(r));return n}function F(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}var bt=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function wt(e){let[,t="",n="",o=""]=e.match(bt)??[e,"",e,""];return{before:t,ask:n,after:o}}
function T(e){let{before:t,ask:n,after:o}=wt(e),r=s=>a("span",{class:"plg-situation"},s);return[...t?[r(t)," "]:[],n,...o?[" ",r(o)]:[]]}var Te={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(r=>{let s=a(
"input",{type:"radio",name:e,value:r,id:`${e}-${r}`}),i=a("label",{for:s.id},t.options[r]);return{radio:s,row:a("div",{class:"plg-option"},s,i)}}),o=a("legend",
{id:e},...T(t.ask));return{body:[a("fieldset",{},o,...n.map(({row:r})=>r))],missing:"Choose one of the answers first.",read(){let r=n.find(({radio:s})=>s.checked);
return r&&Number(r.radio.value)},show(r){let s=n.find(({radio:i})=>Number(i.value)===r);s&&(s.radio.checked=!0)}}}};var U=(e,t)=>JSON.stringify(e)===JSON.stringify(t),H=(e,t)=>e.low<=t&&t<=e.high,oe=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(o=>Number.isInteger(o)&&o>=0&&
o<n);var _=240,yt=560,xt=240,[re,me,se,ge]=[62,16,14,34],Ce=[0,1,2,3,4],vt=4,kt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Re({
at:e,top:t,xTitle:n,yTitle:o},r){let s=e.map(()=>null),i=yt,l=!1,c=h=>re+(i-re-me)*(e[h]-e[0])/(e[e.length-1]-e[0]),u=h=>se+(_-ge-se)*(1-h/t),d=B("svg",{class:"\
plg-drawing",role:"group","aria-label":`${o}, by ${n}`}),p=(h,w)=>{let E=B("text",w);return E.textContent=h,d.append(E),E},m=Ce.map(h=>{let w=t*h/(Ce.length-1);
p(I(w),{x:re-8,y:u(w)+4,"text-anchor":"end"});let E=B("line",{x1:re,y1:u(w),y2:u(w),class:"plg-grid"});return d.append(E),E}),f=e.map(h=>p(String(h),{y:_-ge+18,
"text-anchor":"middle"})),g=p(n,{y:_-2,"text-anchor":"end"}),y=B("polyline",{class:"plg-line"}),v=e.map((h,w)=>{let L={"aria-label":`${o} at ${n} ${h}`,"aria-va\
luemin":0,"aria-valuemax":t},W=B("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...L});return W.addEventListener("keydown",b=>{let x=kt[b.key];!x||l||(b.
preventDefault(),A(w,(s[w]??s[w-1]??0)+x*t/100))}),W});d.append(y,...v);let S=()=>{v.forEach((w,E)=>{let L=s[E];w.setAttribute("cx",String(c(E))),w.setAttribute(
"cy",String(u(L??0))),w.classList.toggle("plg-unset",L===null),w.setAttribute("aria-valuenow",String(L??0)),w.setAttribute("aria-valuetext",L===null?"not drawn \
yet":I(L))});let h=s.flatMap((w,E)=>w===null?[]:[`${c(E)},${u(w)}`]);y.setAttribute("points",h.join(" "))},A=(h,w)=>{s[h]=Math.min(t,Math.max(0,Number(w.toPrecision(
vt)))),S()},N=()=>{i=Math.max(xt,d.clientWidth||i),d.setAttribute("viewBox",`0 0 ${i} ${_}`);for(let h of m)h.setAttribute("x2",String(i-me));f.forEach((h,w)=>{
h.setAttribute("x",String(c(w)))}),g.setAttribute("x",String(i-me)),S()};r.resized(d,N);let $=!1,k=h=>{if(!$||l)return;let w=d.getBoundingClientRect(),E=(h.clientX-
w.left)/w.width*i,L=(h.clientY-w.top)/w.height*_,W=e.reduce((b,x,j)=>Math.abs(c(j)-E)<Math.abs(c(b)-E)?j:b,0);A(W,t*(1-(L-se)/(_-ge-se)))};return d.addEventListener(
"pointerdown",h=>{$=!0,d.setPointerCapture(h.pointerId),k(h)}),d.addEventListener("pointermove",k),d.addEventListener("pointerup",()=>{$=!1}),N(),{svg:d,heights:s,
show:S,lock:()=>{l=!0;for(let h of v)h.setAttribute("aria-disabled","true")}}}var St="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",De=e=>e[e.length-1],He={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(o=>typeof o=="number"&&H({low:0,high:t},o)),fits:(e,t)=>H(e,De(t)),words:(e,t)=>I(De(t)),overlay:({at:e},t)=>t.map((n,o)=>({x:e[o],prediction:n})),
inputs(e,t,n){let{svg:o,heights:r,show:s,lock:i}=Re(t,n),l=a("p",{class:"plg-unit"},St);return{body:[a("p",{id:e,class:"plg-ask"},...T(t.ask)),l,o],missing:"Dra\
w the whole line: every point counts.",read:()=>r.includes(null)?void 0:[...r],show(c){r.splice(0,r.length,...c),s()},lock:i}}};var Pe={accepts:(e,t)=>typeof t=="number"&&H(e,t),fits:H,words:(e,t)=>I(t,te),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=a("input",{type:"number",step:"a\
ny",id:`${e}-box`,"aria-describedby":`${e}-unit`}),o=a("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[a("label",{id:e,for:n.id,class:"plg-ask"},...T(
t.ask)),a("div",{class:"plg-entry"},n,o)],missing:`Give ${Le(t)}.`,read(){let r=Number(n.value);return n.value.trim()!==""&&H(t,r)?r:void 0},show(r){n.value=String(
r)}}}};var We={accepts:({items:e},t)=>oe(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>U(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((p,m)=>m),o=!1,r=a("ol",{class:"plg-ranking","aria-labelledby":e}),s=(p,m)=>{o=!0,n.splice(m,0,...n.splice(p,1)),c();let[f,g]=r.children[m].querySelectorAll(
"button"),[y,v]=m<p?[f,g]:[g,f];(y.disabled?v:y).focus()},i=(p,m,f,g="")=>{let y=p+m<0||p+m>=n.length,v=`${t.items[n[p]]}: ${g}`;return a("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:y,"aria-label":v},onclick:()=>s(p,p+m)},f)},l=(p,m)=>a("li",{},a("span",{},t.items[p]),i(m,-1,"↑","up"),i(m,1,"↓","down")),
c=()=>r.replaceChildren(...n.map(l)),u=()=>{o=!0};c();let d=a("button",{type:"button",class:"plg-quiet",onclick:u},"I keep this order");return{body:[a("p",{id:e,
class:"plg-ask"},...T(t.ask)),r,d],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>o?[...n]:void 0,show(p){n=[...p],o=!0,c()}}}};var Be=({cards:e})=>e.map(({pile:t})=>t),Fe={accepts:(e,t)=>oe(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||U(Be(e),t),words({verdicts:[e]},t){return`${Be(
e).filter((o,r)=>o===t[r]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((o,r)=>{let s=a("select",{id:`${e}-${r}`},a("option",{value:""},"…"));s.append(
...t.piles.map((c,u)=>a("option",{value:u},c)));let i=a("p",{class:"plg-reason"});return{card:a("li",{},a("label",{for:s.id},o),s,i),pile:s,reason:i}});return{body:[
a("p",{id:e,class:"plg-ask"},...T(t.ask)),a("ol",{class:"plg-cards"},...n.map(({card:o})=>o))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:o})=>o.
value==="")?void 0:n.map(({pile:o})=>Number(o.value)),show(o){o.forEach((r,s)=>{n[s].pile.value=String(r)})},tell(o,r){n.forEach(({reason:s},i)=>{let l=o.cards[i].
pile===r[i];s.dataset.correct=String(l),s.textContent=`${l?"✓":"✗"} ${o.cards[i].reason}`})}}}};var $t={choice:Te,number:Pe,ranking:We,drawing:He,sorting:Fe},C=e=>$t[e.form];var Y=(e,t)=>e!==void 0&&C(e).accepts(e,t),P=(e,t)=>C(e).words(e,t);function R(e,t){if(!e.verdicts||!Y(e,t))return;let{fits:n}=C(e),o=e.verdicts.find(r=>n(r,t));
return o&&{...o,text:o.text.replaceAll("{given}",P(e,t))}}var Ue=(e,t)=>C(e).overlay?.(e,t);var Ot=1,be=1,Et="(with other numbers, or to an earlier edition of the question)",At=["at","lesson","learner","part","kind","variant"],Nt=["prediction","exercis\
e","quiz","note"],jt=/(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/,we=e=>typeof e=="string",he=e=>Number.isSafeInteger(e)&&e>=0,_e={given:e=>typeof e=="object"&&e!==null&&!Array.
isArray(e),person:e=>we(e)&&e!=="",edition:e=>he(e)&&e>=be,sure:e=>typeof e=="number"&&e>=0&&e<=1,hints:he,round:he};function It(e){let t;try{t=JSON.parse(e)}catch{
return}if(!(!_e.given(t)||t.v!==Ot||!("value"in t))&&!jt.test(JSON.stringify(t))&&!(!At.every(n=>we(t[n]))||!Nt.includes(t.kind)))return Object.entries(_e).every(
([n,o])=>!(n in t)||o(t[n]))?t:void 0}var ye=e=>e.split(`
`).filter(t=>t.trim()),V=e=>ye(e).flatMap(t=>It(t)??[]),Mt=(e,t)=>Object.keys(e).length===Object.keys(t).length&&Object.keys(e).every(n=>JSON.stringify(e[n])===
JSON.stringify(t[n]));function ie(e,t,n=be){return(e.given?Mt(e.given,t.given):e.variant===t.variant)&&(e.edition??be)===n}function Je(e,t,n){let o=new Map;for(let r of e)
ie(r,t,n(r.part))&&o.get(r.part)?.kind!=="prediction"&&o.set(r.part,r);return o}function ze(e,t,n,o,r){let s=o.toISOString().replace("Z","+00:00"),{name:i,kind:l,
edition:c}=t,{correct:u,misconception:d}="verdicts"in t&&R(t,n)||{};return JSON.stringify({...e,at:s,part:i,kind:l,value:n,correct:u,misconception:d,person:r,edition:c})}
function xe(e,t,n,o,r){return[t,e[n]??n,o,r===void 0?"":r?"yes":"no"]}function Ke(e,t,n,o){let{at:r,part:s,kind:i,value:l}=o,c=t.get(s),u=i==="prediction"||typeof o.
correct!="boolean"?void 0:o.correct,d=l;return c&&!ie(o,n,c.edition)?d=`${Lt(l)} ${Et}`:c&&Y(c,l)&&(d=P(c,l)),xe(e,ne(r),s,d,u)}var Lt=e=>we(e)?e:JSON.stringify(
e);function J(e){let t=atob(e),n=new Uint8Array(t.length);for(let o=0;o<t.length;o++)n[o]=t.charCodeAt(o);return n}var ve=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function qe(e){let t=URL.createObjectURL(new Blob([await ve(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}function X(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(o=>Math.abs(Number(o)-t));return n.indexOf(Math.min(...n))}var Ge=(e,t)=>Object.fromEntries(
e.map(({name:n,positions:o})=>[n,o[X(o,t[n])]]));function ke({controls:e,cells:t=[]},n){return t[e.reduce((o,{name:r,positions:s})=>o*s.length+X(s,n[r]),0)]}var Ye=globalThis;Ye.plgkitShared??={};var O=Ye.plgkitShared;O.ids??=0;O.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};O.drawing??=Promise.resolve();
function D(e){return O.ids+=1,`plg-${e}-${O.ids}`}var Tt="This page holds certain values only; the nearest one is shown. The notebook computes any value.",Ct="This browser does not keep answers: download them b\
efore you close the page.",Rt="You had committed before: your first prediction is shown, and stays.";function Dt(){let e=document.getElementById("plgkit-vega");
return e.src?new Promise(t=>{e.addEventListener("load",()=>t(O.embed))}):qe(J(e.text.trim()))}function Se(){return O.vega??=Dt(),O.vega}var Ht={stamp:{v:1,lesson:"",
learner:"",variant:"",given:{}},questions:new Map,editions:new Map,journal:{read:()=>"",person:()=>"",append:()=>!1}};function Ve(e,t){let{stamp:n,questions:o,editions:r,
journal:s}=t??Ht,i=()=>V(s.read()).filter(({lesson:c,learner:u})=>c===n.lesson&&u===n.learner),l=c=>{let u=o.get(c),d=i().filter(p=>p.part===c&&(!u||Y(u,p.value)));
return Je(d,n,p=>r.get(p)).get(c)};return{skippable:!0,vega:Se,async positions(c,u,d){let{positions:p}=e.controls.find(({name:m})=>m===c);return d(new Map(p.map(
(m,f=0)=>[f,ke(e,{...u,[c]:m})]))),{}},async exact(c){let u=Ge(e.controls,c),d=Object.keys(u).some(p=>u[p]!==c[p]);return{cell:ke(e,u),state:u,note:d?Tt:""}},async keep(c,u){
let d=c.locks?l(c.name):void 0;if(d?.kind==="prediction")return{value:d.value,saved:Rt};let p=s.append(ze(n,c,u,new Date,s.person()));return{value:u,saved:p?"Ke\
pt in this browser.":Ct}},async takeHome(c){let u=await this.keep({name:"notes",kind:"note"},c);return print(),u},kept:c=>l(c)?.value,rows:()=>i().map(c=>Ke(e.labels,
o,n,c)),unreadable(){let c=ye(s.read()).length-i().length;return c?[`Set aside, and kept in the download: ${c} stored ${c>1?"lines":"line"} of no use here.`]:[]},
journal:async()=>({text:s.read()})}}var ae=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};O.live[t]+=1;let o=()=>{this.#e.delete(o)&&(O.live[t]-=1,n())};return this.#e.add(o),
o}listen(t,n,o){return t.addEventListener(n,o),this.begin("listeners",()=>t.removeEventListener(n,o))}resized(t,n){let o=new ResizeObserver(n);return o.observe(
t),this.begin("observers",()=>o.disconnect())}later(t,n){let o=setTimeout(()=>{r(),n()},t),r=this.begin("timers",()=>clearTimeout(o));return r}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};var Pt="data-lm-suppress-shortcuts",Ze=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function Xe(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(Pt,Ze(e))}function Qe(e,t){e.addEventListener("keydown",n=>Ze(n)&&n.stopPropagation()),O.live.guards===0&&(addEventListener("keydown",
Xe,!0),O.unguard=()=>removeEventListener("keydown",Xe,!0)),t.begin("guards",()=>{O.live.guards===0&&O.unguard?.()})}var et="plgkit:answered",Z=e=>document.dispatchEvent(new CustomEvent(et,{detail:e}));function ce(e,t,n){e.listen(document,et,({detail:o})=>{o.lesson===t&&n(o)})}function Wt(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([i])=>s[i]!==null)).map(s=>Object.fromEntries(t.
map(([i,l])=>[l,s[i]]))):e}function Bt(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):I(e,Number.isInteger(e)?15:5)}function $e(e){let t=Object.keys(
e[0]??{}),n=t.map(r=>a("th",{scope:"col"},r)),o=e.map(r=>a("tr",{},...t.map(s=>a("td",{"data-label":s},Bt(r[s],s)))));return a("table",{},a("thead",{},a("tr",{},
...n)),a("tbody",{},...o))}function z(e,t){let n=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),o=a("summary",{},"The numbers as\
 a table"),r=a("details",{class:"plg-table"},o,n),s=()=>{r.open&&n.replaceChildren($e(Wt(t(),e.usermeta?.table)))};return r.addEventListener("toggle",s),{details:r,
fill:s}}var Ft=15e3;function tt(e,t,n,o){let r=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=a("p",{class:"plg-note",role:"alert"}),
l=a("button",{type:"button",class:"plg-quiet",onclick:async()=>{let p=await t.journal();if(s.textContent=p.refused??"",p.refused)return;let{href:m,end:f}=o.url(
new Blob([p.text??""],{type:"application/jsonl"}));a("a",{href:m,download:n.file}).click(),o.later(Ft,f)}},"Download my answers"),c=[...t.rows()],u=()=>{let p=c.
map(m=>Object.fromEntries(n.headings.map((f,g)=>[f,m[g]])));r.replaceChildren(c.length?$e(p):"No answer yet.")};ce(o,n.lesson,({question:p,text:m,correct:f,kept:g})=>{
g!==!1&&(c.push(xe(n.labels,ne(new Date().toISOString()),p,m,f)),u())}),u();let d=t.unreadable().map(p=>a("p",{class:"plg-note"},p));e.append(r,a("p",{},l),s,...d)}var Ut=100,Oe=65,nt=280,_t=120,Jt=640;function K(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,o)=>Object.fromEntries(t.map(r=>[r,e[r][o]])))}function q(e){
let t=a("div",{class:"plg-canvas","aria-hidden":"true"}),n=a("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var zt=()=>new Promise(
e=>{requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,Ut)});function G(e,t,n,o,r){t.style.minHeight=`${Ee(t,n.height,Oe)+Oe}px`;let s=O.drawing.then(()=>Kt(
e,t,n,o,r)),i=()=>(t.style.minHeight="",zt());return O.drawing=s.then(i,i),s}function Ee(e,t,n){let o=Number.parseFloat(getComputedStyle(e).maxHeight)-n;return o<
t?Math.max(_t,o):t}async function Kt(e,t,n,o,r){let s=await e.vega();if(r.ended)return;let i=Math.max(nt,t.clientWidth||Jt),l=Ee(t,n.height,Oe),c={...n,$schema:"\
https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:K(o),...n.datasets},autosize:{type:"fit-x",contains:"padding"},width:i,height:l,config:{...n.
config,aria:!1}},{view:u,finalize:d}=await s(t,c,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"});r.begin("views",d);let p=async()=>{let m=Math.max(nt,t.clientWidth),
f=Number(t.querySelector("svg")?.getAttribute("height"))-l,g=Ee(t,n.height,f);!t.clientWidth||Math.abs(m-i)<=1&&Math.abs(g-l)<=1||([i,l]=[m,g],await u.width(i).
height(l).runAsync())};if(r.resized(t,p),await p(),!r.ended)return{swap:(m,f)=>u.data(m,f).runAsync()}}function ot(e,t,{title:n,spec:o,columns:r},s){let{canvas:i,chart:l}=q(n);if(e.append(l),o.usermeta?.table){let[c]=Object.values(o.datasets);e.append(a("div",{class:"\
plg-foot"},z(o,()=>c).details))}return G(t,i,o,r,s)}var Ae={"":0,k:3,m:6},qt=/^(?:\d+(?:\.\d*)?|\.\d+)$/,Gt=/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,Yt=/^\d+,\d+$/;function Q(e,t){let{before:n="",after:o=""}=e,[r,s]=Math.
abs(t).toExponential().split("e"),i=t&&e.quantity==="share"?2:0,l=tn(r.replace(".",""),Number(s)+1+i);return`${t<0?"−":""}${n}${l}${o}`}function st(e,t){let n={
refused:`${e.label}: give ${Vt(e)}.`},o=Zt(e,t).filter(s=>Xt(e,s));if(o.length===0)return n;if(o.length===1)return{value:o[0]};let r=o.map(s=>Q(e,s)).join(" or ");
return{refused:`${e.label}: this can mean ${r}; say which.`}}function Vt(e){let t=`between ${Q(e,Number(e.low))} and ${Q(e,Number(e.high))}`,n=`5 means ${e.before}\
5${e.after}`;return e.quantity==="share"?`a share ${t} (${n})`:e.quantity==="money"?`an amount ${t}${e.size?` (${n})`:""}`:it(e)?`a whole number ${t}`:`a number\
 ${t}`}var it=({kind:e,quantity:t})=>e==="whole"||t==="people",Xt=(e,t)=>Number(e.low)<=t&&t<=Number(e.high)&&(!it(e)||Number.isInteger(t));function Zt(e,t){let[
,n,o]=/^([-−–+]?)(.*)$/.exec(rt(t)),r=n!==""&&n!=="+",s=(d,p)=>en(d,p,r);if(e.quantity==="share"){if(o.endsWith("%"))return s(o.slice(0,-1),-2);let[d]=s(o,-2);
return 0<d&&d<.01?[d,...s(o,0)]:s(o,-2)}if(e.quantity!=="money")return s(o,0);let{amount:i,size:l,named:c}=Qt(o,rt(e.currency)),u=Ae[e.size];return l!==""?s(i,Ae[l]-
u):c&&u?[...s(i,0),...s(i,-u)]:s(i,0)}var rt=e=>e.trim().toLowerCase().replace(/(\d)[\s'’](?=\d{3}(?!\d))/g,"$1").replace(/(\D)\s+/g,"$1").replace(/\s+(?=\D)/g,
"");function Qt(e,t){let n=Object.keys(Ae).flatMap(o=>[{before:o+t,after:"",size:o,named:!0},{before:t,after:o,size:o,named:!0},{before:"",after:t+o,size:o,named:!0},
{before:"",after:o+t,size:o,named:!0},{before:"",after:o,size:o,named:!1}]);for(let{before:o,after:r,size:s,named:i}of n){let l=e.slice(o.length,e.length-r.length);
if(e===o+l+r&&/^[\d.,]/.test(l)&&/[\d.,]$/.test(l))return{amount:l,size:s,named:i}}return{amount:"",size:"",named:!1}}function en(e,t,n){let o=Gt.test(e)?e.replaceAll(
",",""):Yt.test(e)?e.replace(",","."):e;if(!qt.test(o))return[];let r=+`${o}e${t}`;return Number.isFinite(r)?[n?-r:r]:[]}function tn(e,t){let n=e.padStart(e.length+
Math.max(0,1-t),"0").padEnd(t,"0"),o=Math.max(1,t),r=n.slice(0,o).replace(/\B(?=(\d{3})+$)/g,","),s=n.slice(o).replace(/0+$/,"");return s?`${r}.${s}`:r}function at(e,t){let n=D("control"),o=e.unit?` (${e.unit.replace(/^share\b/,"%")})`:"",r=a("label",{for:n,class:"plg-label",title:e.help},e.label);o&&r.append(a(
"span",{class:"plg-unit"},o));let s=a("p",{class:"plg-note",role:"alert",id:`${n}-note`}),i=e.kind==="choice"||e.kind==="flag",{inputs:l,show:c}=i?nn(e,n,t):on(
e,n,o,t);return c(e.value),{row:a("div",{class:"plg-control"},r,...l,s),show:c,note:s}}function nn(e,t,{moved:n,touched:o}){let r=a("select",{id:t,onchange:()=>n(
r.selectedIndex),onfocus:o,onpointerenter:o}),s=e.kind==="flag"?["no","yes"]:e.positions;return r.append(...s.map(l=>a("option",{},String(l)))),{inputs:[r],show:l=>{
r.selectedIndex=X(e.positions,l)}}}function on(e,t,n,{moved:o,typed:r,touched:s}){let i=a("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>o(
Number(i.value)),onfocus:s,onpointerenter:s}),l=a("input",{type:"text",class:"plg-box",inputmode:"decimal",autocomplete:"off","aria-label":`${e.label}${n}, exac\
t value`,"aria-describedby":`${t}-note`,onchange:()=>r(l.value),onfocus:s});return{inputs:[i,l],show:u=>{let d=Q(e,u);i.value=String(X(e.positions,u)),i.setAttribute(
"aria-valuetext",d),l.value=d}}}function ct(e,t,n){let o=new Map,r=null,s=(l,c)=>JSON.stringify([l,{...c,[l]:null}]);function i(l,c){let u=s(l,c),d=o.get(u);if(d)return d;let p=new Map;o.set(u,
p);let[m]=o.keys();o.size>16&&o.delete(m);let f=g=>{for(let[v,S]of g)p.set(v,S);let y=r?.key===u&&p.get(r.index);y&&t(y)};return e.positions(l,{...c},f).then(g=>{
g.refused&&(o.delete(u),n(l,g.refused))}),p}return{load:i,want(l,c,u){r={key:s(l,c),index:u};let d=i(l,c).get(u);return d&&t(d),!!d},forget(){r=null}}}function lt(e,t,n,o){let{controls:r,spec:s}=n,i=Object.fromEntries(r.map(({name:b,value:x})=>[b,x])),l={...i},c=n.cell,u=0,d,p=a("p",{class:"plg-sentence",role:"\
status"},c.sentence),m=n.measures.map((b,x)=>a("dd",{},c.headline[x])),f=n.measures.map((b,x)=>a("div",{},a("dt",{},b),m[x])),{canvas:g,chart:y}=q(c.sentence),v=()=>({
...n.common,...c.columns}),S=z(s,()=>K(v())),A=b=>b?e.setAttribute("aria-busy","true"):e.removeAttribute("aria-busy"),N=()=>{u=0,!o.ended&&(d?.swap("outcome",K(
v())),p.textContent=c.sentence,y.setAttribute("aria-label",c.sentence),m.forEach((b,x)=>{b.textContent=c.headline[x]}),S.fill(),A(!1))},$=b=>{c=b,u||(u=requestAnimationFrame(
N))},k={},M=()=>{for(let{note:b}of Object.values(k))b.textContent=""},h=ct(t,$,(b,x)=>{k[b].note.textContent=x}),w=async b=>{h.forget(),A(!0);let x={...i,...b},
j=await t.exact(x);A(!1),M();let[Me]=Object.keys(b);k[Me].note.textContent=j.refused??j.note??"",j.refused||Object.assign(i,j.state??x);for(let{name:de}of r)k[de].
show(i[de]);j.cell&&$(j.cell)},E=b=>{let{name:x,positions:j}=b;return at(b,{moved:ee=>{i[x]=j[ee],k[x].show(i[x]),M(),h.want(x,i,ee)||A(!0)},typed:ee=>{let fe=st(
b,ee);if("value"in fe)return w({[x]:fe.value});k[x].note.textContent=fe.refused,k[x].show(i[x])},touched:()=>h.load(x,i)})};for(let b of r)k[b.name]=E(b);let W=a(
"button",{type:"button",class:"plg-quiet",onclick:()=>w({...l})},"Start values");return e.append(a("div",{class:"plg-stage"},a("div",{class:"plg-controls"},...r.
map(({name:b})=>k[b].row)),a("dl",{class:"plg-headline"},...f),y,p,a("div",{class:"plg-foot"},S.details,W))),G(t,g,s,v(),o).then(b=>{d=b,c!==n.cell&&N()})}function le({edition:e},{solution:t}){return t?[a("details",{class:"plg-solution",open:e==="instructor"},a("summary",{},"The answer"),t)]:[]}var pe=(e,t)=>a("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),ue=e=>e?"✓ Right. ":"✗ Not this. ";var Ne="Finish",rn="Finished. What was right is told after the course, when you know more.";function pt(e,t,n,o){let r=a("p",{class:"plg-saved",role:"status"}),
s=a("button",{type:"submit"},Ne),i=a("form"),l=n.questions.map((f,g,y)=>{let{body:v,read:S,show:A}=C(f).inputs(D("question"),f,o),N=a("div",{class:"plg-result"}),
$=a("div",{class:"plg-question"},pe(g,y),...v,N);$.addEventListener("change",()=>p(f,S()));let k=t.kept(f.name);return k!==void 0&&A(k),{place:$,question:f,read:S,
result:N}}),c=()=>l.flatMap(({read:f},g)=>f()===void 0?[g+1]:[]),u=f=>{r.textContent=`${l.length-c().length} of ${l.length} answered. ${f}`},d=async(f,g)=>{s.textContent=
Ne;let y=await t.keep(f,g);return F(r,y),u(r.textContent??""),!y.refused},p=async(f,g)=>{let y={...f,verdicts:void 0};await d(y,g)&&Z({lesson:n.lesson,question:f.
name,value:g,text:P(f,g)})},m=()=>{for(let g of i.querySelectorAll("input, button"))g.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return u(
rn);let f=0;for(let{question:g,read:y,result:v}of l){let S=sn(g,y(),v);v.dataset.correct=String(S),f+=Number(S)}u(`Finished: ${f} of ${l.length} right. Each que\
stion now says why.`)};i.addEventListener("submit",async f=>{f.preventDefault();let g=c();if(g.length&&s.textContent===Ne)return s.textContent="Finish all the s\
ame",u(`Still open: ${g.join(", ")}.`);let y=l.length-g.length;await d({name:n.end,kind:"note",edition:n.endEdition},y)&&(Z({lesson:n.lesson,question:n.end,value:y,
text:String(y)}),m())}),i.append(...l.flatMap(({place:f,question:g})=>[f,...le(n,g)]),s,r),e.append(i),t.kept(n.end)===void 0?u(""):m()}function sn(e,t,n){let o=t===
void 0?void 0:R(e,t),r=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(a("strong",{},o?ue(o.correct):"Not answered."),o?.text??""),r&&!o?.correct&&n.
append(a("p",{},a("em",{},"Right: "),e.options[r.option]," ",r.text)),!!o?.correct}function ut(e,t,n,o){n.questions.forEach((r,s,i)=>{let l=an(t,n,r,o);i.length>1&&l.prepend(pe(s,i)),e.append(l,...le(n,r))})}function an(e,t,n,o){let r=D("quest\
ion"),{locks:s}=n,i=a("div",{class:"plg-result",role:"status"}),l=a("p",{class:"plg-saved"}),c=a("button",{type:"submit"},s?"Commit":"Answer"),u=a("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":r}),{body:d,missing:p,read:m,show:f,tell:g,lock:y}=C(n).inputs(r,n,o),v=d[d.length-1];(v.classList.contains("\
plg-entry")?v:u).append(c),u.prepend(...d),u.append(i,l);let S=N=>{if(s){for(let k of u.querySelectorAll("input, button, select"))k.toggleAttribute("disabled",!0);
y?.(),i.textContent="Committed. It is compared with the answer further down.";return}let $=R(n,N);$&&(i.replaceChildren(a("strong",{},ue($.correct)),$.text),g?.(
$,N),i.dataset.correct=String($.correct))},A=e.kept(n.name);return A!==void 0&&(f(A),S(A)),u.addEventListener("submit",async N=>{N.preventDefault();let $=m();if($===
void 0){i.textContent=p;return}c.disabled=!0,l.textContent="Saving …";let k=await e.keep(n,$);if(c.disabled=!1,F(l,k),k.refused&&s)return;let M=k.value??$,h=U(
M,$);if(h||f(M),S(M),k.refused)return;let w=s?void 0:R(n,M)?.correct,E=P(n,M);Z({lesson:t.lesson,question:n.name,value:M,text:E,correct:w,kept:h})}),u}function dt(e,t,n,o){let{question:r,spec:s,columns:i}=n,l=a("p",{class:"plg-waiting"},n.waiting);e.append(l);let c=!1,u=async p=>{if(c)return;c=!0;let m=(p===void 0?
void 0:R(r,p))?.text??n.truth,{canvas:f,chart:g}=q(`${n.description} ${m}`),y=z(s,()=>K(i));e.replaceChildren(a("p",{class:"plg-sentence",role:"status"},m),g,a(
"div",{class:"plg-foot"},y.details));let v=await G(t,f,s,i,o),S=p===void 0?void 0:Ue(r,p);S&&v?.swap("prediction",S)};ce(o,n.lesson,p=>{p.question===r.name&&u(p.
value)});let d=t.kept(r.name);if(d!==void 0)return u(d);if(t.skippable){let p=()=>u(void 0);l.append(" ",a("button",{type:"button",class:"plg-quiet",onclick:p},
"Show it without"))}}function ft(e,t,n,o){let r=D("notes"),s=a("textarea",{id:r,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let i=a("p",{class:"plg-saved",role:"st\
atus"}),l=a("p",{}),c=[],u=async()=>{i.textContent="Saving …";let d=await t.takeHome(s.value);F(i,d);for(let f of c)f();let p=(d.files??[]).map(([f,g])=>({name:f,
...o.url(new Blob([J(g)]))}));c=p.map(({end:f})=>f);let m=({name:f="",href:g=""})=>a("a",{class:"plg-download",href:g,download:f},`Download ${f}`);l.replaceChildren(
...p.flatMap(f=>[m(f)," "]))};e.append(a("label",{for:r,class:"plg-ask"},"My notes"),s,a("p",{},a("button",{type:"button",onclick:u},"Save my page")),i,l)}var cn="This part of the page could not be drawn. Load the page again; the other parts work.",ln={explorer:lt,questions:ut,paper:pt,reveal:dt,answers:tt,takehome:ft,
chart:ot};function je(e,t){let n=t instanceof Error?t.message:String(t);e.append(a("p",{class:"plg plg-note",role:"alert"},`${cn} (${n})`))}function mt(e,t,n,o){
let r=a("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});Qe(r,o),e.append(r);let s=i=>{console.error(i),r.replaceChildren(),je(r,i)};try{Promise.
resolve(ln[n.kind](r,t,n,o)).catch(s)}catch(i){s(i)}}var gt="plgkit:",pn=16;function ht(e){let t=`${gt}${e.lesson}:${e.learner}`,n=[],o=p=>{try{return localStorage.getItem(p)??""}catch{return""}},r=()=>{try{return Object.
keys(localStorage).filter(p=>p.startsWith(gt))}catch{return[]}},s=p=>p.lesson===e.lesson&&p.learner===e.learner&&ie(p,e,p.edition),i=r().filter(p=>p!==t&&V(o(p)).
some(s));(o(t)||i.length===0)&&i.push(t);let l=i[i.length-1],c=()=>Ie(i.map(o).join(""))+n.join(""),u="",d=()=>{let p=m=>V(m).find(f=>f.person&&f.learner===e.learner)?.
person;return u||=p(c())??p(r().map(o).map(Ie).join(""))??un(),u};return addEventListener("beforeunload",p=>{n.length&&p.preventDefault()}),{read:c,person:d,append(p){
n.push(`${p}
`);try{let m=localStorage.getItem(l)??"";localStorage.setItem(l,Ie(m)+n.join(""))}catch{return!1}return n.length=0,!0}}}var Ie=e=>e&&!e.endsWith(`
`)?`${e}
`:e;function un(){return[...crypto.getRandomValues(new Uint8Array(pn/2))].map(t=>t.toString(16).padStart(2,"0")).join("")}async function dn(e){let{type:t,text:n}=e.querySelector("script");return t==="application/json"?JSON.parse(n):ve(J(n)).json()}function fn(e){let t=new Map;for(let n of e)
if("stamp"in n&&!t.has(n.lesson)){let{stamp:o}=n;t.set(n.lesson,{stamp:o,questions:new Map,editions:new Map,journal:ht(o)})}for(let n of e){let o="lesson"in n?t.
get(n.lesson):void 0;if(!o)continue;let r="questions"in n?n.questions:"question"in n?[n.question]:[];for(let s of r)o.questions.has(s.name)||(o.questions.set(s.
name,s),o.editions.set(s.name,s.edition));"end"in n&&o.editions.set(n.end,n.endEdition)}return t}async function mn(e){Se();let t=new ae,n=[...e.querySelectorAll(
".plg-part")],o=await Promise.allSettled(n.map(dn)),r=fn(o.flatMap(i=>i.status==="fulfilled"?[i.value]:[]));n.forEach((i,l)=>{let c=o[l];if(c.status==="fulfille\
d"){let u=c.value;mt(i,Ve(u,"lesson"in u?r.get(u.lesson):void 0),u,t)}else je(i,c.reason)}),addEventListener("scrollend",()=>history.replaceState({top:scrollY},
""));let s=document.getElementById(decodeURIComponent(location.hash.slice(1)));history.state?scrollTo({top:history.state.top,behavior:"instant"}):s?.scrollIntoView(
{behavior:"instant"})}mn(document.body);})();
