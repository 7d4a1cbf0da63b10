function we(e){let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var qe=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function xe(e){let t=URL.createObjectURL(new Blob([await qe(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var ye=globalThis;ye.plgkitShared??={};var A=ye.plgkitShared;A.ids??=0;A.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};A.drawing??=Promise.resolve();
function I(e){return A.ids+=1,`plg-${e}-${A.ids}`}var et=15e3,tt="The kernel does not answer. Run all cells again to wake it.";function ve(e,t,n){let r=nt(e,n);return{skippable:!1,vega(){return A.vega??=e.widget_manager.
get_model(e.get("library")).then(o=>xe(o.get("gzip"))),A.vega},positions:(o,s,a)=>r({want:"positions",control:o,state:s},c=>a(new Map(c.cells??[]))),exact:o=>r(
{want:"exact",state:o}),keep:(o,s)=>r({want:"keep",question:o.name,value:s}),takeHome:o=>r({want:"take home",notes:o}),kept:o=>t.answers?.[o],rows:()=>t.rows,unreadable:()=>t.
unreadable,journal:()=>r({want:"journal"})}}function nt(e,t){let n=new Map,r=o=>{n.get(o.id)?.(o),o.done&&n.delete(o.id)};return e.on("msg:custom",r),t.begin("l\
isteners",()=>e.off("msg:custom",r)),(o,s)=>new Promise(a=>{let c=I("ask"),l=()=>a({refused:tt}),d=t.later(et,l),f={};n.set(c,p=>{d(),s?.(p),Object.assign(f,p),
p.done&&a(f)});try{e.send({...o,id:c})}catch{l()}})}var Z=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};A.live[t]+=1;let r=()=>{this.#e.delete(r)&&(A.live[t]-=1,n())};return this.#e.add(r),
r}listen(t,n,r){return t.addEventListener(n,r),this.begin("listeners",()=>t.removeEventListener(n,r))}resized(t,n){let r=new ResizeObserver(n);return r.observe(
t),this.begin("observers",()=>r.disconnect())}later(t,n){let r=setTimeout(()=>{o(),n()},t),o=this.begin("timers",()=>clearTimeout(r));return o}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};function i(e,t={},...n){let r=document.createElement(e);for(let[o,s]of Object.entries(t))o.startsWith("on")?r.addEventListener(o.slice(2),s):s!==void 0&&s!==!1&&
r.setAttribute(o,s===!0?"":s);return r.append(...n),r}function P(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[r,o]of Object.entries(
t))n.setAttribute(r,String(o));return n}function B(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}var rt="data-lm-suppress-shortcuts",$e=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function ke(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(rt,$e(e))}function Se(e,t){e.addEventListener("keydown",n=>$e(n)&&n.stopPropagation()),A.live.guards===0&&(addEventListener("keydown",
ke,!0),A.unguard=()=>removeEventListener("keydown",ke,!0)),t.begin("guards",()=>{A.live.guards===0&&A.unguard?.()})}var Oe="plgkit:answered",Y=e=>document.dispatchEvent(new CustomEvent(Oe,{detail:e}));function Q(e,t,n){e.listen(document,Oe,({detail:r})=>{r.lesson===t&&n(r)})}function L(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let r=Number(n.toExponential().split(
"e")[1]),o=Math.min(300,Math.max(0,t-1-r)),s=String(BigInt(Math.round(n*+`1e${o}`))).padStart(o+1,"0"),a=s.slice(0,s.length-o).replace(/\B(?=(\d{3})+$)/g,","),c=s.
slice(s.length-o).replace(/0+$/,""),l=c?`${a}.${c}`:a;return e<0&&l!=="0"?`−${l}`:l}var q=10,Ae=({low:e,high:t})=>`a number between ${L(e,q)} and ${L(t,q)}`,ce=e=>e.slice(0,16).replace("T"," ");var ot=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function st(e){let[,t="",n="",r=""]=e.match(ot)??[e,"",e,""];return{before:t,ask:n,after:r}}
function T(e){let{before:t,ask:n,after:r}=st(e),o=s=>i("span",{class:"plg-situation"},s);return[...t?[o(t)," "]:[],n,...r?[" ",o(r)]:[]]}var Ee={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(o=>{let s=i(
"input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),a=i("label",{for:s.id},t.options[o]);return{radio:s,row:i("div",{class:"plg-option"},s,a)}}),r=i("legend",
{id:e},...T(t.ask));return{body:[i("fieldset",{},r,...n.map(({row:o})=>o))],missing:"Choose one of the answers first.",read(){let o=n.find(({radio:s})=>s.checked);
return o&&Number(o.radio.value)},show(o){let s=n.find(({radio:a})=>Number(a.value)===o);s&&(s.radio.checked=!0)}}}};var F=(e,t)=>JSON.stringify(e)===JSON.stringify(t),H=(e,t)=>e.low<=t&&t<=e.high,ee=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(r=>Number.isInteger(r)&&r>=0&&
r<n);var U=240,it=560,at=240,[te,le,ne,pe]=[62,16,14,34],Ne=[0,1,2,3,4],ct=4,lt={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Ce({
at:e,top:t,xTitle:n,yTitle:r},o){let s=e.map(()=>null),a=it,c=!1,l=h=>te+(a-te-le)*(e[h]-e[0])/(e[e.length-1]-e[0]),d=h=>ne+(U-pe-ne)*(1-h/t),f=P("svg",{class:"\
plg-drawing",role:"group","aria-label":`${r}, by ${n}`}),p=(h,w)=>{let O=P("text",w);return O.textContent=h,f.append(O),O},g=Ne.map(h=>{let w=t*h/(Ne.length-1);
p(L(w),{x:te-8,y:d(w)+4,"text-anchor":"end"});let O=P("line",{x1:te,y1:d(w),y2:d(w),class:"plg-grid"});return f.append(O),O}),u=e.map(h=>p(String(h),{y:U-pe+18,
"text-anchor":"middle"})),m=p(n,{y:U-2,"text-anchor":"end"}),x=P("polyline",{class:"plg-line"}),v=e.map((h,w)=>{let j={"aria-label":`${r} at ${n} ${h}`,"aria-va\
luemin":0,"aria-valuemax":t},W=P("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...j});return W.addEventListener("keydown",b=>{let y=lt[b.key];!y||c||(b.
preventDefault(),E(w,(s[w]??s[w-1]??0)+y*t/100))}),W});f.append(x,...v);let $=()=>{v.forEach((w,O)=>{let j=s[O];w.setAttribute("cx",String(l(O))),w.setAttribute(
"cy",String(d(j??0))),w.classList.toggle("plg-unset",j===null),w.setAttribute("aria-valuenow",String(j??0)),w.setAttribute("aria-valuetext",j===null?"not drawn \
yet":L(j))});let h=s.flatMap((w,O)=>w===null?[]:[`${l(O)},${d(w)}`]);x.setAttribute("points",h.join(" "))},E=(h,w)=>{s[h]=Math.min(t,Math.max(0,Number(w.toPrecision(
ct)))),$()},N=()=>{a=Math.max(at,f.clientWidth||a),f.setAttribute("viewBox",`0 0 ${a} ${U}`);for(let h of g)h.setAttribute("x2",String(a-le));u.forEach((h,w)=>{
h.setAttribute("x",String(l(w)))}),m.setAttribute("x",String(a-le)),$()};o.resized(f,N);let S=!1,k=h=>{if(!S||c)return;let w=f.getBoundingClientRect(),O=(h.clientX-
w.left)/w.width*a,j=(h.clientY-w.top)/w.height*U,W=e.reduce((b,y,C)=>Math.abs(l(C)-O)<Math.abs(l(b)-O)?C:b,0);E(W,t*(1-(j-ne)/(U-pe-ne)))};return f.addEventListener(
"pointerdown",h=>{S=!0,f.setPointerCapture(h.pointerId),k(h)}),f.addEventListener("pointermove",k),f.addEventListener("pointerup",()=>{S=!1}),N(),{svg:f,heights:s,
show:$,lock:()=>{c=!0;for(let h of v)h.setAttribute("aria-disabled","true")}}}var pt="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",Le=e=>e[e.length-1],Me={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(r=>typeof r=="number"&&H({low:0,high:t},r)),fits:(e,t)=>H(e,Le(t)),words:(e,t)=>L(Le(t)),overlay:({at:e},t)=>t.map((n,r)=>({x:e[r],prediction:n})),
inputs(e,t,n){let{svg:r,heights:o,show:s,lock:a}=Ce(t,n),c=i("p",{class:"plg-unit"},pt);return{body:[i("p",{id:e,class:"plg-ask"},...T(t.ask)),c,r],missing:"Dra\
w the whole line: every point counts.",read:()=>o.includes(null)?void 0:[...o],show(l){o.splice(0,o.length,...l),s()},lock:a}}};var je={accepts:(e,t)=>typeof t=="number"&&H(e,t),fits:H,words:(e,t)=>L(t,q),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=i("input",{type:"number",step:"an\
y",id:`${e}-box`,"aria-describedby":`${e}-unit`}),r=i("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[i("label",{id:e,for:n.id,class:"plg-ask"},...T(
t.ask)),i("div",{class:"plg-entry"},n,r)],missing:`Give ${Ae(t)}.`,read(){let o=Number(n.value);return n.value.trim()!==""&&H(t,o)?o:void 0},show(o){n.value=String(
o)}}}};var Ie={accepts:({items:e},t)=>ee(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>F(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((p,g)=>g),r=!1,o=i("ol",{class:"plg-ranking","aria-labelledby":e}),s=(p,g)=>{r=!0,n.splice(g,0,...n.splice(p,1)),l();let[u,m]=o.children[g].querySelectorAll(
"button"),[x,v]=g<p?[u,m]:[m,u];(x.disabled?v:x).focus()},a=(p,g,u,m="")=>{let x=p+g<0||p+g>=n.length,v=`${t.items[n[p]]}: ${m}`;return i("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:x,"aria-label":v},onclick:()=>s(p,p+g)},u)},c=(p,g)=>i("li",{},i("span",{},t.items[p]),a(g,-1,"↑","up"),a(g,1,"↓","down")),
l=()=>o.replaceChildren(...n.map(c)),d=()=>{r=!0};l();let f=i("button",{type:"button",class:"plg-quiet",onclick:d},"I keep this order");return{body:[i("p",{id:e,
class:"plg-ask"},...T(t.ask)),o,f],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>r?[...n]:void 0,show(p){n=[...p],r=!0,l()}}}};var Te=({cards:e})=>e.map(({pile:t})=>t),Re={accepts:(e,t)=>ee(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||F(Te(e),t),words({verdicts:[e]},t){return`${Te(
e).filter((r,o)=>r===t[o]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((r,o)=>{let s=i("select",{id:`${e}-${o}`},i("option",{value:""},"…"));s.append(
...t.piles.map((l,d)=>i("option",{value:d},l)));let a=i("p",{class:"plg-reason"});return{card:i("li",{},i("label",{for:s.id},r),s,a),pile:s,reason:a}});return{body:[
i("p",{id:e,class:"plg-ask"},...T(t.ask)),i("ol",{class:"plg-cards"},...n.map(({card:r})=>r))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:r})=>r.
value==="")?void 0:n.map(({pile:r})=>Number(r.value)),show(r){r.forEach((o,s)=>{n[s].pile.value=String(o)})},tell(r,o){n.forEach(({reason:s},a)=>{let c=r.cards[a].
pile===o[a];s.dataset.correct=String(c),s.textContent=`${c?"✓":"✗"} ${r.cards[a].reason}`})}}}};var ut={choice:Ee,number:je,ranking:Ie,drawing:Me,sorting:Re},R=e=>ut[e.form];var De=(e,t)=>e!==void 0&&R(e).accepts(e,t),_=(e,t)=>R(e).words(e,t);function D(e,t){if(!e.verdicts||!De(e,t))return;let{fits:n}=R(e),r=e.verdicts.find(o=>n(o,t));
return r&&{...r,text:r.text.replaceAll("{given}",_(e,t))}}var He=(e,t)=>R(e).overlay?.(e,t);function We(e,t,n,r,o){return[t,e[n]??n,r,o===void 0?"":o?"yes":"no"]}function dt(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([a])=>s[a]!==null)).map(s=>Object.fromEntries(t.
map(([a,c])=>[c,s[a]]))):e}function ft(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):L(e,Number.isInteger(e)?15:5)}function ue(e){let t=Object.keys(
e[0]??{}),n=t.map(o=>i("th",{scope:"col"},o)),r=e.map(o=>i("tr",{},...t.map(s=>i("td",{"data-label":s},ft(o[s],s)))));return i("table",{},i("thead",{},i("tr",{},
...n)),i("tbody",{},...r))}function z(e,t){let n=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),r=i("summary",{},"The numbers as\
 a table"),o=i("details",{class:"plg-table"},r,n),s=()=>{o.open&&n.replaceChildren(ue(dt(t(),e.usermeta?.table)))};return o.addEventListener("toggle",s),{details:o,
fill:s}}var mt=15e3;function Pe(e,t,n,r){let o=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=i("p",{class:"plg-note",role:"alert"}),
c=i("button",{type:"button",class:"plg-quiet",onclick:async()=>{let p=await t.journal();if(s.textContent=p.refused??"",p.refused)return;let{href:g,end:u}=r.url(
new Blob([p.text??""],{type:"application/jsonl"}));i("a",{href:g,download:n.file}).click(),r.later(mt,u)}},"Download my answers"),l=[...t.rows()],d=()=>{let p=l.
map(g=>Object.fromEntries(n.headings.map((u,m)=>[u,g[m]])));o.replaceChildren(l.length?ue(p):"No answer yet.")};Q(r,n.lesson,({question:p,text:g,correct:u,kept:m})=>{
m!==!1&&(l.push(We(n.labels,ce(new Date().toISOString()),p,g,u)),d())}),d();let f=t.unreadable().map(p=>i("p",{class:"plg-note"},p));e.append(o,i("p",{},c),s,...f)}var gt=100,de=65,Be=280,ht=120,bt=640;function J(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,r)=>Object.fromEntries(t.map(o=>[o,e[o][r]])))}function K(e){
let t=i("div",{class:"plg-canvas","aria-hidden":"true"}),n=i("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var wt=()=>new Promise(
e=>{requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,gt)});function G(e,t,n,r,o){t.style.minHeight=`${fe(t,n.height,de)+de}px`;let s=A.drawing.then(()=>xt(
e,t,n,r,o)),a=()=>(t.style.minHeight="",wt());return A.drawing=s.then(a,a),s}function fe(e,t,n){let r=Number.parseFloat(getComputedStyle(e).maxHeight)-n;return r<
t?Math.max(ht,r):t}async function xt(e,t,n,r,o){let s=await e.vega();if(o.ended)return;let a=Math.max(Be,t.clientWidth||bt),c=fe(t,n.height,de),l={...n,$schema:"\
https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:J(r),...n.datasets},autosize:{type:"fit-x",contains:"padding"},width:a,height:c,config:{...n.
config,aria:!1}},{view:d,finalize:f}=await s(t,l,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"});o.begin("views",f);let p=async()=>{let g=Math.max(Be,t.clientWidth),
u=Number(t.querySelector("svg")?.getAttribute("height"))-c,m=fe(t,n.height,u);!t.clientWidth||Math.abs(g-a)<=1&&Math.abs(m-c)<=1||([a,c]=[g,m],await d.width(a).
height(c).runAsync())};if(o.resized(t,p),await p(),!o.ended)return{swap:(g,u)=>d.data(g,u).runAsync()}}function Fe(e,t,{title:n,spec:r,columns:o},s){let{canvas:a,chart:c}=K(n);if(e.append(c),r.usermeta?.table){let[l]=Object.values(r.datasets);e.append(i("div",{class:"\
plg-foot"},z(r,()=>l).details))}return G(t,a,r,o,s)}var me={"":0,k:3,m:6},yt=/^(?:\d+(?:\.\d*)?|\.\d+)$/,vt=/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,kt=/^\d+,\d+$/;function V(e,t){let{before:n="",after:r=""}=e,[o,s]=Math.
abs(t).toExponential().split("e"),a=t&&e.quantity==="share"?2:0,c=Nt(o.replace(".",""),Number(s)+1+a);return`${t<0?"−":""}${n}${c}${r}`}function _e(e,t){let n={
refused:`${e.label}: give ${$t(e)}.`},r=Ot(e,t).filter(s=>St(e,s));if(r.length===0)return n;if(r.length===1)return{value:r[0]};let o=r.map(s=>V(e,s)).join(" or ");
return{refused:`${e.label}: this can mean ${o}; say which.`}}function $t(e){let t=`between ${V(e,Number(e.low))} and ${V(e,Number(e.high))}`,n=`5 means ${e.before}\
5${e.after}`;return e.quantity==="share"?`a share ${t} (${n})`:e.quantity==="money"?`an amount ${t}${e.size?` (${n})`:""}`:ze(e)?`a whole number ${t}`:`a number\
 ${t}`}var ze=({kind:e,quantity:t})=>e==="whole"||t==="people",St=(e,t)=>Number(e.low)<=t&&t<=Number(e.high)&&(!ze(e)||Number.isInteger(t));function Ot(e,t){let[
,n,r]=/^([-−–+]?)(.*)$/.exec(Ue(t)),o=n!==""&&n!=="+",s=(f,p)=>Et(f,p,o);if(e.quantity==="share"){if(r.endsWith("%"))return s(r.slice(0,-1),-2);let[f]=s(r,-2);
return 0<f&&f<.01?[f,...s(r,0)]:s(r,-2)}if(e.quantity!=="money")return s(r,0);let{amount:a,size:c,named:l}=At(r,Ue(e.currency)),d=me[e.size];return c!==""?s(a,me[c]-
d):l&&d?[...s(a,0),...s(a,-d)]:s(a,0)}var Ue=e=>e.trim().toLowerCase().replace(/(\d)[\s'’](?=\d{3}(?!\d))/g,"$1").replace(/(\D)\s+/g,"$1").replace(/\s+(?=\D)/g,
"");function At(e,t){let n=Object.keys(me).flatMap(r=>[{before:r+t,after:"",size:r,named:!0},{before:t,after:r,size:r,named:!0},{before:"",after:t+r,size:r,named:!0},
{before:"",after:r+t,size:r,named:!0},{before:"",after:r,size:r,named:!1}]);for(let{before:r,after:o,size:s,named:a}of n){let c=e.slice(r.length,e.length-o.length);
if(e===r+c+o&&/^[\d.,]/.test(c)&&/[\d.,]$/.test(c))return{amount:c,size:s,named:a}}return{amount:"",size:"",named:!1}}function Et(e,t,n){let r=vt.test(e)?e.replaceAll(
",",""):kt.test(e)?e.replace(",","."):e;if(!yt.test(r))return[];let o=+`${r}e${t}`;return Number.isFinite(o)?[n?-o:o]:[]}function Nt(e,t){let n=e.padStart(e.length+
Math.max(0,1-t),"0").padEnd(t,"0"),r=Math.max(1,t),o=n.slice(0,r).replace(/\B(?=(\d{3})+$)/g,","),s=n.slice(r).replace(/0+$/,"");return s?`${o}.${s}`:o}function ge(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(r=>Math.abs(Number(r)-t));return n.indexOf(Math.min(...n))}function Je(e,t){let n=I("control"),r=e.unit?` (${e.unit.replace(/^share\b/,"%")})`:"",o=i("label",{for:n,class:"plg-label",title:e.help},e.label);r&&o.append(i(
"span",{class:"plg-unit"},r));let s=i("p",{class:"plg-note",role:"alert",id:`${n}-note`}),a=e.kind==="choice"||e.kind==="flag",{inputs:c,show:l}=a?Ct(e,n,t):Lt(
e,n,r,t);return l(e.value),{row:i("div",{class:"plg-control"},o,...c,s),show:l,note:s}}function Ct(e,t,{moved:n,touched:r}){let o=i("select",{id:t,onchange:()=>n(
o.selectedIndex),onfocus:r,onpointerenter:r}),s=e.kind==="flag"?["no","yes"]:e.positions;return o.append(...s.map(c=>i("option",{},String(c)))),{inputs:[o],show:c=>{
o.selectedIndex=ge(e.positions,c)}}}function Lt(e,t,n,{moved:r,typed:o,touched:s}){let a=i("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>r(
Number(a.value)),onfocus:s,onpointerenter:s}),c=i("input",{type:"text",class:"plg-box",inputmode:"decimal",autocomplete:"off","aria-label":`${e.label}${n}, exac\
t value`,"aria-describedby":`${t}-note`,onchange:()=>o(c.value),onfocus:s});return{inputs:[a,c],show:d=>{let f=V(e,d);a.value=String(ge(e.positions,d)),a.setAttribute(
"aria-valuetext",f),c.value=f}}}function Ke(e,t,n){let r=new Map,o=null,s=(c,l)=>JSON.stringify([c,{...l,[c]:null}]);function a(c,l){let d=s(c,l),f=r.get(d);if(f)return f;let p=new Map;r.set(d,
p);let[g]=r.keys();r.size>16&&r.delete(g);let u=m=>{for(let[v,$]of m)p.set(v,$);let x=o?.key===d&&p.get(o.index);x&&t(x)};return e.positions(c,{...l},u).then(m=>{
m.refused&&(r.delete(d),n(c,m.refused))}),p}return{load:a,want(c,l,d){o={key:s(c,l),index:d};let f=a(c,l).get(d);return f&&t(f),!!f},forget(){o=null}}}function Ge(e,t,n,r){let{controls:o,spec:s}=n,a=Object.fromEntries(o.map(({name:b,value:y})=>[b,y])),c={...a},l=n.cell,d=0,f,p=i("p",{class:"plg-sentence",role:"\
status"},l.sentence),g=n.measures.map((b,y)=>i("dd",{},l.headline[y])),u=n.measures.map((b,y)=>i("div",{},i("dt",{},b),g[y])),{canvas:m,chart:x}=K(l.sentence),v=()=>({
...n.common,...l.columns}),$=z(s,()=>J(v())),E=b=>b?e.setAttribute("aria-busy","true"):e.removeAttribute("aria-busy"),N=()=>{d=0,!r.ended&&(f?.swap("outcome",J(
v())),p.textContent=l.sentence,x.setAttribute("aria-label",l.sentence),g.forEach((b,y)=>{b.textContent=l.headline[y]}),$.fill(),E(!1))},S=b=>{l=b,d||(d=requestAnimationFrame(
N))},k={},M=()=>{for(let{note:b}of Object.values(k))b.textContent=""},h=Ke(t,S,(b,y)=>{k[b].note.textContent=y}),w=async b=>{h.forget(),E(!0);let y={...a,...b},
C=await t.exact(y);E(!1),M();let[be]=Object.keys(b);k[be].note.textContent=C.refused??C.note??"",C.refused||Object.assign(a,C.state??y);for(let{name:ie}of o)k[ie].
show(a[ie]);C.cell&&S(C.cell)},O=b=>{let{name:y,positions:C}=b;return Je(b,{moved:X=>{a[y]=C[X],k[y].show(a[y]),M(),h.want(y,a,X)||E(!0)},typed:X=>{let ae=_e(b,
X);if("value"in ae)return w({[y]:ae.value});k[y].note.textContent=ae.refused,k[y].show(a[y])},touched:()=>h.load(y,a)})};for(let b of o)k[b.name]=O(b);let W=i("\
button",{type:"button",class:"plg-quiet",onclick:()=>w({...c})},"Start values");return e.append(i("div",{class:"plg-stage"},i("div",{class:"plg-controls"},...o.
map(({name:b})=>k[b].row)),i("dl",{class:"plg-headline"},...u),x,p,i("div",{class:"plg-foot"},$.details,W))),G(t,m,s,v(),r).then(b=>{f=b,l!==n.cell&&N()})}function re({edition:e},{solution:t}){return t?[i("details",{class:"plg-solution",open:e==="instructor"},i("summary",{},"The answer"),t)]:[]}var oe=(e,t)=>i("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),se=e=>e?"✓ Right. ":"✗ Not this. ";var he="Finish",Mt="Finished. What was right is told after the course, when you know more.";function Ye(e,t,n,r){let o=i("p",{class:"plg-saved",role:"status"}),
s=i("button",{type:"submit"},he),a=i("form"),c=n.questions.map((u,m,x)=>{let{body:v,read:$,show:E}=R(u).inputs(I("question"),u,r),N=i("div",{class:"plg-result"}),
S=i("div",{class:"plg-question"},oe(m,x),...v,N);S.addEventListener("change",()=>p(u,$()));let k=t.kept(u.name);return k!==void 0&&E(k),{place:S,question:u,read:$,
result:N}}),l=()=>c.flatMap(({read:u},m)=>u()===void 0?[m+1]:[]),d=u=>{o.textContent=`${c.length-l().length} of ${c.length} answered. ${u}`},f=async(u,m)=>{s.textContent=
he;let x=await t.keep(u,m);return B(o,x),d(o.textContent??""),!x.refused},p=async(u,m)=>{let x={...u,verdicts:void 0};await f(x,m)&&Y({lesson:n.lesson,question:u.
name,value:m,text:_(u,m)})},g=()=>{for(let m of a.querySelectorAll("input, button"))m.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return d(
Mt);let u=0;for(let{question:m,read:x,result:v}of c){let $=jt(m,x(),v);v.dataset.correct=String($),u+=Number($)}d(`Finished: ${u} of ${c.length} right. Each que\
stion now says why.`)};a.addEventListener("submit",async u=>{u.preventDefault();let m=l();if(m.length&&s.textContent===he)return s.textContent="Finish all the s\
ame",d(`Still open: ${m.join(", ")}.`);let x=c.length-m.length;await f({name:n.end,kind:"note",edition:n.endEdition},x)&&(Y({lesson:n.lesson,question:n.end,value:x,
text:String(x)}),g())}),a.append(...c.flatMap(({place:u,question:m})=>[u,...re(n,m)]),s,o),e.append(a),t.kept(n.end)===void 0?d(""):g()}function jt(e,t,n){let r=t===
void 0?void 0:D(e,t),o=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(i("strong",{},r?se(r.correct):"Not answered."),r?.text??""),o&&!r?.correct&&n.
append(i("p",{},i("em",{},"Right: "),e.options[o.option]," ",o.text)),!!r?.correct}function Ve(e,t,n,r){n.questions.forEach((o,s,a)=>{let c=It(t,n,o,r);a.length>1&&c.prepend(oe(s,a)),e.append(c,...re(n,o))})}function It(e,t,n,r){let o=I("quest\
ion"),{locks:s}=n,a=i("div",{class:"plg-result",role:"status"}),c=i("p",{class:"plg-saved"}),l=i("button",{type:"submit"},s?"Commit":"Answer"),d=i("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":o}),{body:f,missing:p,read:g,show:u,tell:m,lock:x}=R(n).inputs(o,n,r),v=f[f.length-1];(v.classList.contains("\
plg-entry")?v:d).append(l),d.prepend(...f),d.append(a,c);let $=N=>{if(s){for(let k of d.querySelectorAll("input, button, select"))k.toggleAttribute("disabled",!0);
x?.(),a.textContent="Committed. It is compared with the answer further down.";return}let S=D(n,N);S&&(a.replaceChildren(i("strong",{},se(S.correct)),S.text),m?.(
S,N),a.dataset.correct=String(S.correct))},E=e.kept(n.name);return E!==void 0&&(u(E),$(E)),d.addEventListener("submit",async N=>{N.preventDefault();let S=g();if(S===
void 0){a.textContent=p;return}l.disabled=!0,c.textContent="Saving …";let k=await e.keep(n,S);if(l.disabled=!1,B(c,k),k.refused&&s)return;let M=k.value??S,h=F(
M,S);if(h||u(M),$(M),k.refused)return;let w=s?void 0:D(n,M)?.correct,O=_(n,M);Y({lesson:t.lesson,question:n.name,value:M,text:O,correct:w,kept:h})}),d}function Xe(e,t,n,r){let{question:o,spec:s,columns:a}=n,c=i("p",{class:"plg-waiting"},n.waiting);e.append(c);let l=!1,d=async p=>{if(l)return;l=!0;let g=(p===void 0?
void 0:D(o,p))?.text??n.truth,{canvas:u,chart:m}=K(`${n.description} ${g}`),x=z(s,()=>J(a));e.replaceChildren(i("p",{class:"plg-sentence",role:"status"},g),m,i(
"div",{class:"plg-foot"},x.details));let v=await G(t,u,s,a,r),$=p===void 0?void 0:He(o,p);$&&v?.swap("prediction",$)};Q(r,n.lesson,p=>{p.question===o.name&&d(p.
value)});let f=t.kept(o.name);if(f!==void 0)return d(f);if(t.skippable){let p=()=>d(void 0);c.append(" ",i("button",{type:"button",class:"plg-quiet",onclick:p},
"Show it without"))}}function Ze(e,t,n,r){let o=I("notes"),s=i("textarea",{id:o,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let a=i("p",{class:"plg-saved",role:"st\
atus"}),c=i("p",{}),l=[],d=async()=>{a.textContent="Saving …";let f=await t.takeHome(s.value);B(a,f);for(let u of l)u();let p=(f.files??[]).map(([u,m])=>({name:u,
...r.url(new Blob([we(m)]))}));l=p.map(({end:u})=>u);let g=({name:u="",href:m=""})=>i("a",{class:"plg-download",href:m,download:u},`Download ${u}`);c.replaceChildren(
...p.flatMap(u=>[g(u)," "]))};e.append(i("label",{for:o,class:"plg-ask"},"My notes"),s,i("p",{},i("button",{type:"button",onclick:d},"Save my page")),a,c)}var Tt="This part of the page could not be drawn. Load the page again; the other parts work.",Rt={explorer:Ge,questions:Ve,paper:Ye,reveal:Xe,answers:Pe,takehome:Ze,
chart:Fe};function Dt(e,t){let n=t instanceof Error?t.message:String(t);e.append(i("p",{class:"plg plg-note",role:"alert"},`${Tt} (${n})`))}function Qe(e,t,n,r){
let o=i("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});Se(o,r),e.append(o);let s=a=>{console.error(a),o.replaceChildren(),Dt(o,a)};try{Promise.
resolve(Rt[n.kind](o,t,n,r)).catch(s)}catch(a){s(a)}}function Ht({model:e,el:t}){let n=new Z,r=e.get("payload");return Qe(t,ve(e,r,n),r,n),()=>{n.end(),t.replaceChildren()}}var qr={render:Ht};export{qr as default};
