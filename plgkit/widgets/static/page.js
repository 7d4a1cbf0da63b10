"use strict";(()=>{function A(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let o=Number(n.toExponential().split(
"e")[1]),r=Math.min(300,Math.max(0,t-1-o)),s=String(BigInt(Math.round(n*+`1e${r}`))).padStart(r+1,"0"),c=s.slice(0,s.length-r).replace(/\B(?=(\d{3})+$)/g,","),p=s.
slice(s.length-r).replace(/0+$/,""),a=p?`${c}.${p}`:c;return e<0&&a!=="0"?`−${a}`:a}var me=e=>`${A(100*e)}%`,H=10,ne=({low:e,high:t})=>`a number between ${A(e,
H)} and ${A(t,H)}`,oe=e=>e.slice(0,16).replace("T"," ");function i(e,t={},...n){let o=document.createElement(e);for(let[r,s]of Object.entries(t))r.startsWith("on")?o.addEventListener(r.slice(2),s):s!==void 0&&s!==!1&&
o.setAttribute(r,s===!0?"":s);return o.append(...n),o}function U(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[o,r]of Object.entries(
t))n.setAttribute(o,String(r));return n}function _(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}var ut=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function dt(e){let[,t="",n="",o=""]=e.match(ut)??[e,"",e,""];return{before:t,ask:n,after:o}}
function C(e){let{before:t,ask:n,after:o}=dt(e),r=s=>i("span",{class:"plg-situation"},s);return[...t?[r(t)," "]:[],n,...o?[" ",r(o)]:[]]}var je={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(r=>{let s=i(
"input",{type:"radio",name:e,value:r,id:`${e}-${r}`}),c=i("label",{for:s.id},t.options[r]);return{radio:s,row:i("div",{class:"plg-option"},s,c)}}),o=i("legend",
{id:e},...C(t.ask));return{body:[i("fieldset",{},o,...n.map(({row:r})=>r))],missing:"Choose one of the answers first.",read(){let r=n.find(({radio:s})=>s.checked);
return r&&Number(r.radio.value)},show(r){let s=n.find(({radio:c})=>Number(c.value)===r);s&&(s.radio.checked=!0)}}}};var z=(e,t)=>JSON.stringify(e)===JSON.stringify(t),P=(e,t)=>e.low<=t&&t<=e.high,re=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(o=>Number.isInteger(o)&&o>=0&&
o<n);var J=240,ft=560,mt=240,[se,ge,ie,he]=[62,16,14,34],Ie=[0,1,2,3,4],gt=4,ht={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Te({
at:e,top:t,xTitle:n,yTitle:o},r){let s=e.map(()=>null),c=ft,p=!1,a=h=>se+(c-se-ge)*(e[h]-e[0])/(e[e.length-1]-e[0]),u=h=>ie+(J-he-ie)*(1-h/t),d=U("svg",{class:"\
plg-drawing",role:"group","aria-label":`${o}, by ${n}`}),l=(h,b)=>{let $=U("text",b);return $.textContent=h,d.append($),$},g=Ie.map(h=>{let b=t*h/(Ie.length-1);
l(A(b),{x:se-8,y:u(b)+4,"text-anchor":"end"});let $=U("line",{x1:se,y1:u(b),y2:u(b),class:"plg-grid"});return d.append($),$}),f=e.map(h=>l(String(h),{y:J-he+18,
"text-anchor":"middle"})),m=l(n,{y:J-2,"text-anchor":"end"}),x=U("polyline",{class:"plg-line"}),v=e.map((h,b)=>{let L={"aria-label":`${o} at ${n} ${h}`,"aria-va\
luemin":0,"aria-valuemax":t},B=U("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...L});return B.addEventListener("keydown",w=>{let y=ht[w.key];!y||p||(w.
preventDefault(),N(b,(s[b]??s[b-1]??0)+y*t/100))}),B});d.append(x,...v);let S=()=>{v.forEach((b,$)=>{let L=s[$];b.setAttribute("cx",String(a($))),b.setAttribute(
"cy",String(u(L??0))),b.classList.toggle("plg-unset",L===null),b.setAttribute("aria-valuenow",String(L??0)),b.setAttribute("aria-valuetext",L===null?"not drawn \
yet":A(L))});let h=s.flatMap((b,$)=>b===null?[]:[`${a($)},${u(b)}`]);x.setAttribute("points",h.join(" "))},N=(h,b)=>{s[h]=Math.min(t,Math.max(0,Number(b.toPrecision(
gt)))),S()},j=()=>{c=Math.max(mt,d.clientWidth||c),d.setAttribute("viewBox",`0 0 ${c} ${J}`);for(let h of g)h.setAttribute("x2",String(c-ge));f.forEach((h,b)=>{
h.setAttribute("x",String(a(b)))}),m.setAttribute("x",String(c-ge)),S()};r.resized(d,j);let O=!1,k=h=>{if(!O||p)return;let b=d.getBoundingClientRect(),$=(h.clientX-
b.left)/b.width*c,L=(h.clientY-b.top)/b.height*J,B=e.reduce((w,y,I)=>Math.abs(a(I)-$)<Math.abs(a(w)-$)?I:w,0);N(B,t*(1-(L-ie)/(J-he-ie)))};return d.addEventListener(
"pointerdown",h=>{O=!0,d.setPointerCapture(h.pointerId),k(h)}),d.addEventListener("pointermove",k),d.addEventListener("pointerup",()=>{O=!1}),j(),{svg:d,heights:s,
show:S,lock:()=>{p=!0;for(let h of v)h.setAttribute("aria-disabled","true")}}}var bt="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",Le=e=>e[e.length-1],Ce={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(o=>typeof o=="number"&&P({low:0,high:t},o)),fits:(e,t)=>P(e,Le(t)),words:(e,t)=>A(Le(t)),overlay:({at:e},t)=>t.map((n,o)=>({x:e[o],prediction:n})),
inputs(e,t,n){let{svg:o,heights:r,show:s,lock:c}=Te(t,n),p=i("p",{class:"plg-unit"},bt);return{body:[i("p",{id:e,class:"plg-ask"},...C(t.ask)),p,o],missing:"Dra\
w the whole line: every point counts.",read:()=>r.includes(null)?void 0:[...r],show(a){r.splice(0,r.length,...a),s()},lock:c}}};var Me={accepts:(e,t)=>typeof t=="number"&&P(e,t),fits:P,words:(e,t)=>A(t,H),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=i("input",{type:"number",step:"an\
y",id:`${e}-box`,"aria-describedby":`${e}-unit`}),o=i("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[i("label",{id:e,for:n.id,class:"plg-ask"},...C(
t.ask)),i("div",{class:"plg-entry"},n,o)],missing:`Give ${ne(t)}.`,read(){let r=Number(n.value);return n.value.trim()!==""&&P(t,r)?r:void 0},show(r){n.value=String(
r)}}}};var Re={accepts:({items:e},t)=>re(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>z(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((l,g)=>g),o=!1,r=i("ol",{class:"plg-ranking","aria-labelledby":e}),s=(l,g)=>{o=!0,n.splice(g,0,...n.splice(l,1)),a();let[f,m]=r.children[g].querySelectorAll(
"button"),[x,v]=g<l?[f,m]:[m,f];(x.disabled?v:x).focus()},c=(l,g,f,m="")=>{let x=l+g<0||l+g>=n.length,v=`${t.items[n[l]]}: ${m}`;return i("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:x,"aria-label":v},onclick:()=>s(l,l+g)},f)},p=(l,g)=>i("li",{},i("span",{},t.items[l]),c(g,-1,"↑","up"),c(g,1,"↓","down")),
a=()=>r.replaceChildren(...n.map(p)),u=()=>{o=!0};a();let d=i("button",{type:"button",class:"plg-quiet",onclick:u},"I keep this order");return{body:[i("p",{id:e,
class:"plg-ask"},...C(t.ask)),r,d],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>o?[...n]:void 0,show(l){n=[...l],o=!0,a()}}}};var De=({cards:e})=>e.map(({pile:t})=>t),Pe={accepts:(e,t)=>re(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||z(De(e),t),words({verdicts:[e]},t){return`${De(
e).filter((o,r)=>o===t[r]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((o,r)=>{let s=i("select",{id:`${e}-${r}`},i("option",{value:""},"…"));s.append(
...t.piles.map((a,u)=>i("option",{value:u},a)));let c=i("p",{class:"plg-reason"});return{card:i("li",{},i("label",{for:s.id},o),s,c),pile:s,reason:c}});return{body:[
i("p",{id:e,class:"plg-ask"},...C(t.ask)),i("ol",{class:"plg-cards"},...n.map(({card:o})=>o))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:o})=>o.
value==="")?void 0:n.map(({pile:o})=>Number(o.value)),show(o){o.forEach((r,s)=>{n[s].pile.value=String(r)})},tell(o,r){n.forEach(({reason:s},c)=>{let p=o.cards[c].
pile===r[c];s.dataset.correct=String(p),s.textContent=`${p?"✓":"✗"} ${o.cards[c].reason}`})}}}};var wt={choice:je,number:Me,ranking:Re,drawing:Ce,sorting:Pe},M=e=>wt[e.form];var q=(e,t)=>e!==void 0&&M(e).accepts(e,t),W=(e,t)=>M(e).words(e,t);function R(e,t){if(!e.verdicts||!q(e,t))return;let{fits:n}=M(e),o=e.verdicts.find(r=>n(r,t));
return o&&{...o,text:o.text.replaceAll("{given}",W(e,t))}}var We=(e,t)=>M(e).overlay?.(e,t);var xt=1,we=1,yt="(with other numbers, or to an earlier edition of the question)",vt=["at","lesson","learner","part","kind","variant"],kt=["prediction","exercis\
e","quiz","note"],St=/(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/,xe=e=>typeof e=="string",be=e=>Number.isSafeInteger(e)&&e>=0,Be={given:e=>typeof e=="object"&&e!==null&&!Array.
isArray(e),person:e=>xe(e)&&e!=="",edition:e=>be(e)&&e>=we,sure:e=>typeof e=="number"&&e>=0&&e<=1,hints:be,round:be};function Ot(e){let t;try{t=JSON.parse(e)}catch{
return}if(!(!Be.given(t)||t.v!==xt||!("value"in t))&&!St.test(JSON.stringify(t))&&!(!vt.every(n=>xe(t[n]))||!kt.includes(t.kind)))return Object.entries(Be).every(
([n,o])=>!(n in t)||o(t[n]))?t:void 0}var ye=e=>e.split(`
`).filter(t=>t.trim()),Q=e=>ye(e).flatMap(t=>Ot(t)??[]),Et=(e,t)=>Object.keys(e).length===Object.keys(t).length&&Object.keys(e).every(n=>JSON.stringify(e[n])===
JSON.stringify(t[n]));function ce(e,t,n=we){return(e.given?Et(e.given,t.given):e.variant===t.variant)&&(e.edition??we)===n}function Fe(e,t,n){let o=new Map;for(let r of e)
ce(r,t,n(r.part))&&o.get(r.part)?.kind!=="prediction"&&o.set(r.part,r);return o}function He(e,t,n,o,r){let s=o.toISOString().replace("Z","+00:00"),{name:c,kind:p,
edition:a}=t,{correct:u,misconception:d}="verdicts"in t&&R(t,n)||{};return JSON.stringify({...e,at:s,part:c,kind:p,value:n,correct:u,misconception:d,person:r,edition:a})}
function ve(e,t,n,o,r){return[t,e[n]??n,o,r===void 0?"":r?"yes":"no"]}function Ue(e,t,n,o){let{at:r,part:s,kind:c,value:p}=o,a=t.get(s),u=c==="prediction"||typeof o.
correct!="boolean"?void 0:o.correct,d=p;return a&&!ce(o,n,a.edition)?d=`${$t(p)} ${yt}`:a&&q(a,p)&&(d=W(a,p)),ve(e,oe(r),s,d,u)}var $t=e=>xe(e)?e:JSON.stringify(
e);function K(e){let t=atob(e),n=new Uint8Array(t.length);for(let o=0;o<t.length;o++)n[o]=t.charCodeAt(o);return n}var ke=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function _e(e){let t=URL.createObjectURL(new Blob([await ke(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}function Z(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(o=>Math.abs(Number(o)-t));return n.indexOf(Math.min(...n))}var ze=(e,t)=>Object.fromEntries(
e.map(({name:n,positions:o})=>[n,o[Z(o,t[n])]]));function Se({controls:e,cells:t=[]},n){return t[e.reduce((o,{name:r,positions:s})=>o*s.length+Z(s,n[r]),0)]}var Je=globalThis;Je.plgkitShared??={};var E=Je.plgkitShared;E.ids??=0;E.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};E.drawing??=Promise.resolve();
function D(e){return E.ids+=1,`plg-${e}-${E.ids}`}var At="This page holds certain values only; the nearest one is shown. The notebook computes any value.",Nt="This browser does not keep answers: download them b\
efore you close the page.",jt="You had committed before: your first prediction is shown, and stays.";function It(){let e=document.getElementById("plgkit-vega");
return e.src?new Promise(t=>{e.addEventListener("load",()=>t(E.embed))}):_e(K(e.text.trim()))}function Oe(){return E.vega??=It(),E.vega}var Tt={stamp:{v:1,lesson:"",
learner:"",variant:"",given:{}},questions:new Map,editions:new Map,journal:{read:()=>"",person:()=>"",append:()=>!1}};function Ke(e,t){let{stamp:n,questions:o,editions:r,
journal:s}=t??Tt,c=()=>Q(s.read()).filter(({lesson:a,learner:u})=>a===n.lesson&&u===n.learner),p=a=>{let u=o.get(a),d=c().filter(l=>l.part===a&&(!u||q(u,l.value)));
return Fe(d,n,l=>r.get(l)).get(a)};return{skippable:!0,vega:Oe,async positions(a,u,d){let{positions:l}=e.controls.find(({name:g})=>g===a);return d(new Map(l.map(
(g,f=0)=>[f,Se(e,{...u,[a]:g})]))),{}},async exact(a){let u=ze(e.controls,a),d=Object.keys(u).some(l=>u[l]!==a[l]);return{cell:Se(e,u),state:u,note:d?At:""}},async keep(a,u){
let d=a.locks?p(a.name):void 0;if(d?.kind==="prediction")return{value:d.value,saved:jt};let l=s.append(He(n,a,u,new Date,s.person()));return{value:u,saved:l?"Ke\
pt in this browser.":Nt}},async takeHome(a){let u=await this.keep({name:"notes",kind:"note"},a);return print(),u},kept:a=>p(a)?.value,rows:()=>c().map(a=>Ue(e.labels,
o,n,a)),unreadable(){let a=ye(s.read()).length-c().length;return a?[`Set aside, and kept in the download: ${a} stored ${a>1?"lines":"line"} of no use here.`]:[]},
journal:async()=>({text:s.read()})}}var ae=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};E.live[t]+=1;let o=()=>{this.#e.delete(o)&&(E.live[t]-=1,n())};return this.#e.add(o),
o}listen(t,n,o){return t.addEventListener(n,o),this.begin("listeners",()=>t.removeEventListener(n,o))}resized(t,n){let o=new ResizeObserver(n);return o.observe(
t),this.begin("observers",()=>o.disconnect())}later(t,n){let o=setTimeout(()=>{r(),n()},t),r=this.begin("timers",()=>clearTimeout(o));return r}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};var Lt="data-lm-suppress-shortcuts",Ye=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function Ge(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(Lt,Ye(e))}function Ve(e,t){e.addEventListener("keydown",n=>Ye(n)&&n.stopPropagation()),E.live.guards===0&&(addEventListener("keydown",
Ge,!0),E.unguard=()=>removeEventListener("keydown",Ge,!0)),t.begin("guards",()=>{E.live.guards===0&&E.unguard?.()})}var Xe="plgkit:answered",ee=e=>document.dispatchEvent(new CustomEvent(Xe,{detail:e}));function le(e,t,n){e.listen(document,Xe,({detail:o})=>{o.lesson===t&&n(o)})}function Ct(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([c])=>s[c]!==null)).map(s=>Object.fromEntries(t.
map(([c,p])=>[p,s[c]]))):e}function Mt(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):A(e,Number.isInteger(e)?15:5)}function Ee(e){let t=Object.keys(
e[0]??{}),n=t.map(r=>i("th",{scope:"col"},r)),o=e.map(r=>i("tr",{},...t.map(s=>i("td",{"data-label":s},Mt(r[s],s)))));return i("table",{},i("thead",{},i("tr",{},
...n)),i("tbody",{},...o))}function G(e,t){let n=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),o=i("summary",{},"The numbers as\
 a table"),r=i("details",{class:"plg-table"},o,n),s=()=>{r.open&&n.replaceChildren(Ee(Ct(t(),e.usermeta?.table)))};return r.addEventListener("toggle",s),{details:r,
fill:s}}var Rt=15e3;function qe(e,t,n,o){let r=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=i("p",{class:"plg-note",role:"alert"}),
p=i("button",{type:"button",class:"plg-quiet",onclick:async()=>{let l=await t.journal();if(s.textContent=l.refused??"",l.refused)return;let{href:g,end:f}=o.url(
new Blob([l.text??""],{type:"application/jsonl"}));i("a",{href:g,download:n.file}).click(),o.later(Rt,f)}},"Download my answers"),a=[...t.rows()],u=()=>{let l=a.
map(g=>Object.fromEntries(n.headings.map((f,m)=>[f,g[m]])));r.replaceChildren(a.length?Ee(l):"No answer yet.")};le(o,n.lesson,({question:l,text:g,correct:f,kept:m})=>{
m!==!1&&(a.push(ve(n.labels,oe(new Date().toISOString()),l,g,f)),u())}),u();let d=t.unreadable().map(l=>i("p",{class:"plg-note"},l));e.append(r,i("p",{},p),s,...d)}var Dt=100,Pt=65,Qe=280,Wt=640;function Y(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,o)=>Object.fromEntries(t.map(r=>[r,e[r][o]])))}function V(e){let t=i(
"div",{class:"plg-canvas","aria-hidden":"true"}),n=i("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var Bt=()=>new Promise(e=>{
requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,Dt)});function X(e,t,n,o,r){t.style.minHeight=`${n.height+Pt}px`;let s=E.drawing.then(()=>Ft(e,t,n,o,r)),c=()=>(t.
style.minHeight="",Bt());return E.drawing=s.then(c,c),s}async function Ft(e,t,n,o,r){let s=await e.vega();if(r.ended)return;let c=Math.max(Qe,t.clientWidth||Wt),
p={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:Y(o),...n.datasets},autosize:{type:"fit-x",contains:"padding"},width:c,config:{
...n.config,aria:!1}},{view:a,finalize:u}=await s(t,p,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"});if(r.begin("views",u),r.resized(t,()=>{let d=Math.max(
Qe,t.clientWidth);!t.clientWidth||Math.abs(d-c)<=1||(c=d,a.width(c).runAsync())}),!r.ended)return{swap:(d,l)=>a.data(d,l).runAsync()}}function Ze(e,t,{title:n,spec:o,columns:r},s){let{canvas:c,chart:p}=V(n);if(e.append(p),o.usermeta?.table){let[a]=Object.values(o.datasets);e.append(i("div",{class:"\
plg-foot"},G(o,()=>a).details))}return X(t,c,o,r,s)}function et(e,t){let n=D("control"),o=e.unit?` (${e.unit})`:"",r=i("label",{for:n,class:"plg-label",title:e.help},e.label);o&&r.append(i("span",{class:"plg-unit"},
o));let s=i("p",{class:"plg-note",role:"alert",id:`${n}-note`}),c=e.kind==="choice"||e.kind==="flag",{inputs:p,show:a}=c?Ht(e,n,t):Ut(e,n,o,t);return a(e.value),
{row:i("div",{class:"plg-control"},r,...p,s),show:a,note:s}}function Ht(e,t,{moved:n,touched:o}){let r=i("select",{id:t,onchange:()=>n(r.selectedIndex),onfocus:o,
onpointerenter:o}),s=e.kind==="flag"?["no","yes"]:e.positions;return r.append(...s.map(p=>i("option",{},String(p)))),{inputs:[r],show:p=>{r.selectedIndex=Z(e.positions,
p)}}}function Ut(e,t,n,{moved:o,typed:r,touched:s}){let c=i("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>o(Number(c.value)),onfocus:s,
onpointerenter:s}),p=i("input",{type:"number",step:"any",min:e.low,max:e.high,"aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}-note`,onchange:()=>r(
p.value),onfocus:s}),a=i("span",{class:"plg-reading","aria-hidden":"true"}),u=/^share\b/.test(e.unit);return{inputs:[c,p,a],show:l=>{c.value=String(Z(e.positions,
l)),p.value=String(l),a.textContent=u?`= ${me(l)}`:"",c.setAttribute("aria-valuetext",`${u?me(l):A(l,H)}${n}`)}}}function tt(e,t,n){let o=new Map,r=null,s=(p,a)=>JSON.stringify([p,{...a,[p]:null}]);function c(p,a){let u=s(p,a),d=o.get(u);if(d)return d;let l=new Map;o.set(u,
l);let[g]=o.keys();o.size>16&&o.delete(g);let f=m=>{for(let[v,S]of m)l.set(v,S);let x=r?.key===u&&l.get(r.index);x&&t(x)};return e.positions(p,{...a},f).then(m=>{
m.refused&&(o.delete(u),n(p,m.refused))}),l}return{load:c,want(p,a,u){r={key:s(p,a),index:u};let d=c(p,a).get(u);return d&&t(d),!!d},forget(){r=null}}}function nt(e,t,n,o){let{controls:r,spec:s}=n,c=Object.fromEntries(r.map(({name:w,value:y})=>[w,y])),p={...c},a=n.cell,u=0,d,l=i("p",{class:"plg-sentence",role:"\
status"},a.sentence),g=n.measures.map((w,y)=>i("dd",{},a.headline[y])),f=n.measures.map((w,y)=>i("div",{},i("dt",{},w),g[y])),{canvas:m,chart:x}=V(a.sentence),v=()=>({
...n.common,...a.columns}),S=G(s,()=>Y(v())),N=w=>w?e.setAttribute("aria-busy","true"):e.removeAttribute("aria-busy"),j=()=>{u=0,!o.ended&&(d?.swap("outcome",Y(
v())),l.textContent=a.sentence,x.setAttribute("aria-label",a.sentence),g.forEach((w,y)=>{w.textContent=a.headline[y]}),S.fill(),N(!1))},O=w=>{a=w,u||(u=requestAnimationFrame(
j))},k={},T=()=>{for(let{note:w}of Object.values(k))w.textContent=""},h=tt(t,O,(w,y)=>{k[w].note.textContent=y}),b=async w=>{h.forget(),N(!0);let y={...c,...w},
I=await t.exact(y);N(!1),T();let[fe]=Object.keys(w);k[fe].note.textContent=I.refused??I.note??"",I.refused||Object.assign(c,I.state??y);for(let{name:te}of r)k[te].
show(c[te]);I.cell&&O(I.cell)},$=w=>{let{name:y,positions:I,label:fe,low:te,high:pt}=w;return et(w,{moved:F=>{c[y]=I[F],k[y].show(c[y]),T(),h.want(y,c,F)||N(!0)},
typed:F=>{if(F.trim()!==""&&!Number.isNaN(Number(F)))return b({[y]:Number(F)});k[y].note.textContent=`${fe}: give ${ne({low:Number(te),high:Number(pt)})}.`,k[y].
show(c[y])},touched:()=>h.load(y,c)})};for(let w of r)k[w.name]=$(w);let B=i("button",{type:"button",class:"plg-quiet",onclick:()=>b({...p})},"Start values");return e.
append(i("div",{class:"plg-controls"},...r.map(({name:w})=>k[w].row)),i("dl",{class:"plg-headline"},...f),x,l,i("div",{class:"plg-foot"},S.details,B)),X(t,m,s,v(),
o).then(w=>{d=w,a!==n.cell&&j()})}function pe({edition:e},{solution:t}){return t?[i("details",{class:"plg-solution",open:e==="instructor"},i("summary",{},"The answer"),t)]:[]}var ue=(e,t)=>i("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),de=e=>e?"✓ Right. ":"✗ Not this. ";var $e="Finish",_t="Finished. What was right is told after the course, when you know more.";function ot(e,t,n,o){let r=i("p",{class:"plg-saved",role:"status"}),
s=i("button",{type:"submit"},$e),c=i("form"),p=n.questions.map((f,m,x)=>{let{body:v,read:S,show:N}=M(f).inputs(D("question"),f,o),j=i("div",{class:"plg-result"}),
O=i("div",{class:"plg-question"},ue(m,x),...v,j);O.addEventListener("change",()=>l(f,S()));let k=t.kept(f.name);return k!==void 0&&N(k),{place:O,question:f,read:S,
result:j}}),a=()=>p.flatMap(({read:f},m)=>f()===void 0?[m+1]:[]),u=f=>{r.textContent=`${p.length-a().length} of ${p.length} answered. ${f}`},d=async(f,m)=>{s.textContent=
$e;let x=await t.keep(f,m);return _(r,x),u(r.textContent??""),!x.refused},l=async(f,m)=>{let x={...f,verdicts:void 0};await d(x,m)&&ee({lesson:n.lesson,question:f.
name,value:m,text:W(f,m)})},g=()=>{for(let m of c.querySelectorAll("input, button"))m.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return u(
_t);let f=0;for(let{question:m,read:x,result:v}of p){let S=zt(m,x(),v);v.dataset.correct=String(S),f+=Number(S)}u(`Finished: ${f} of ${p.length} right. Each que\
stion now says why.`)};c.addEventListener("submit",async f=>{f.preventDefault();let m=a();if(m.length&&s.textContent===$e)return s.textContent="Finish all the s\
ame",u(`Still open: ${m.join(", ")}.`);let x=p.length-m.length;await d({name:n.end,kind:"note",edition:n.endEdition},x)&&(ee({lesson:n.lesson,question:n.end,value:x,
text:String(x)}),g())}),c.append(...p.flatMap(({place:f,question:m})=>[f,...pe(n,m)]),s,r),e.append(c),t.kept(n.end)===void 0?u(""):g()}function zt(e,t,n){let o=t===
void 0?void 0:R(e,t),r=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(i("strong",{},o?de(o.correct):"Not answered."),o?.text??""),r&&!o?.correct&&n.
append(i("p",{},i("em",{},"Right: "),e.options[r.option]," ",r.text)),!!o?.correct}function rt(e,t,n,o){n.questions.forEach((r,s,c)=>{let p=Jt(t,n,r,o);c.length>1&&p.prepend(ue(s,c)),e.append(p,...pe(n,r))})}function Jt(e,t,n,o){let r=D("quest\
ion"),{locks:s}=n,c=i("div",{class:"plg-result",role:"status"}),p=i("p",{class:"plg-saved"}),a=i("button",{type:"submit"},s?"Commit":"Answer"),u=i("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":r}),{body:d,missing:l,read:g,show:f,tell:m,lock:x}=M(n).inputs(r,n,o),v=d[d.length-1];(v.classList.contains("\
plg-entry")?v:u).append(a),u.prepend(...d),u.append(c,p);let S=j=>{if(s){for(let k of u.querySelectorAll("input, button, select"))k.toggleAttribute("disabled",!0);
x?.(),c.textContent="Committed. It is compared with the answer further down.";return}let O=R(n,j);O&&(c.replaceChildren(i("strong",{},de(O.correct)),O.text),m?.(
O,j),c.dataset.correct=String(O.correct))},N=e.kept(n.name);return N!==void 0&&(f(N),S(N)),u.addEventListener("submit",async j=>{j.preventDefault();let O=g();if(O===
void 0){c.textContent=l;return}a.disabled=!0,p.textContent="Saving …";let k=await e.keep(n,O);if(a.disabled=!1,_(p,k),k.refused&&s)return;let T=k.value??O,h=z(
T,O);if(h||f(T),S(T),k.refused)return;let b=s?void 0:R(n,T)?.correct,$=W(n,T);ee({lesson:t.lesson,question:n.name,value:T,text:$,correct:b,kept:h})}),u}function st(e,t,n,o){let{question:r,spec:s,columns:c}=n,p=i("p",{class:"plg-waiting"},n.waiting);e.append(p);let a=!1,u=async l=>{if(a)return;a=!0;let g=(l===void 0?
void 0:R(r,l))?.text??n.truth,{canvas:f,chart:m}=V(`${n.description} ${g}`),x=G(s,()=>Y(c));e.replaceChildren(i("p",{class:"plg-sentence",role:"status"},g),m,i(
"div",{class:"plg-foot"},x.details));let v=await X(t,f,s,c,o),S=l===void 0?void 0:We(r,l);S&&v?.swap("prediction",S)};le(o,n.lesson,l=>{l.question===r.name&&u(l.
value)});let d=t.kept(r.name);if(d!==void 0)return u(d);if(t.skippable){let l=()=>u(void 0);p.append(" ",i("button",{type:"button",class:"plg-quiet",onclick:l},
"Show it without"))}}function it(e,t,n,o){let r=D("notes"),s=i("textarea",{id:r,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let c=i("p",{class:"plg-saved",role:"st\
atus"}),p=i("p",{}),a=[],u=async()=>{c.textContent="Saving …";let d=await t.takeHome(s.value);_(c,d);for(let f of a)f();let l=(d.files??[]).map(([f,m])=>({name:f,
...o.url(new Blob([K(m)]))}));a=l.map(({end:f})=>f);let g=({name:f="",href:m=""})=>i("a",{class:"plg-download",href:m,download:f},`Download ${f}`);p.replaceChildren(
...l.flatMap(f=>[g(f)," "]))};e.append(i("label",{for:r,class:"plg-ask"},"My notes"),s,i("p",{},i("button",{type:"button",onclick:u},"Save my page")),c,p)}var Kt="This part of the page could not be drawn. Load the page again; the other parts work.",Gt={explorer:nt,questions:rt,paper:ot,reveal:st,answers:qe,takehome:it,
chart:Ze};function Ae(e,t){let n=t instanceof Error?t.message:String(t);e.append(i("p",{class:"plg plg-note",role:"alert"},`${Kt} (${n})`))}function ct(e,t,n,o){
let r=i("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});Ve(r,o),e.append(r);let s=c=>{console.error(c),r.replaceChildren(),Ae(r,c)};try{Promise.
resolve(Gt[n.kind](r,t,n,o)).catch(s)}catch(c){s(c)}}var at="plgkit:",Yt=16;function lt(e){let t=`${at}${e.lesson}:${e.learner}`,n=[],o=l=>{try{return localStorage.getItem(l)??""}catch{return""}},r=()=>{try{return Object.
keys(localStorage).filter(l=>l.startsWith(at))}catch{return[]}},s=l=>l.lesson===e.lesson&&l.learner===e.learner&&ce(l,e,l.edition),c=r().filter(l=>l!==t&&Q(o(l)).
some(s));(o(t)||c.length===0)&&c.push(t);let p=c[c.length-1],a=()=>Ne(c.map(o).join(""))+n.join(""),u="",d=()=>{let l=g=>Q(g).find(f=>f.person&&f.learner===e.learner)?.
person;return u||=l(a())??l(r().map(o).map(Ne).join(""))??Vt(),u};return addEventListener("beforeunload",l=>{n.length&&l.preventDefault()}),{read:a,person:d,append(l){
n.push(`${l}
`);try{let g=localStorage.getItem(p)??"";localStorage.setItem(p,Ne(g)+n.join(""))}catch{return!1}return n.length=0,!0}}}var Ne=e=>e&&!e.endsWith(`
`)?`${e}
`:e;function Vt(){return[...crypto.getRandomValues(new Uint8Array(Yt/2))].map(t=>t.toString(16).padStart(2,"0")).join("")}async function Xt(e){let{type:t,text:n}=e.querySelector("script");return t==="application/json"?JSON.parse(n):ke(K(n)).json()}function qt(e){let t=new Map;for(let n of e)
if("stamp"in n&&!t.has(n.lesson)){let{stamp:o}=n;t.set(n.lesson,{stamp:o,questions:new Map,editions:new Map,journal:lt(o)})}for(let n of e){let o="lesson"in n?t.
get(n.lesson):void 0;if(!o)continue;let r="questions"in n?n.questions:"question"in n?[n.question]:[];for(let s of r)o.questions.has(s.name)||(o.questions.set(s.
name,s),o.editions.set(s.name,s.edition));"end"in n&&o.editions.set(n.end,n.endEdition)}return t}async function Qt(e){Oe();let t=new ae,n=[...e.querySelectorAll(
".plg-part")],o=await Promise.allSettled(n.map(Xt)),r=qt(o.flatMap(c=>c.status==="fulfilled"?[c.value]:[]));n.forEach((c,p)=>{let a=o[p];if(a.status==="fulfille\
d"){let u=a.value;ct(c,Ke(u,"lesson"in u?r.get(u.lesson):void 0),u,t)}else Ae(c,a.reason)}),addEventListener("scrollend",()=>history.replaceState({top:scrollY},
""));let s=document.getElementById(decodeURIComponent(location.hash.slice(1)));history.state?scrollTo({top:history.state.top,behavior:"instant"}):s?.scrollIntoView(
{behavior:"instant"}),document.documentElement.classList.add("plg-mounted")}Qt(document.body);})();
