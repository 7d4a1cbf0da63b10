function he(e){let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var Ze=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function be(e){let t=URL.createObjectURL(new Blob([await Ze(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var we=globalThis;we.plgkitShared??={};var A=we.plgkitShared;A.ids??=0;A.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};A.drawing??=Promise.resolve();
function I(e){return A.ids+=1,`plg-${e}-${A.ids}`}var Qe=15e3,qe="The kernel does not answer. Run all cells again to wake it.";function xe(e,t,n){let r=et(e,n);return{skippable:!1,vega(){return A.vega??=e.widget_manager.
get_model(e.get("library")).then(o=>be(o.get("gzip"))),A.vega},positions:(o,s,a)=>r({want:"positions",control:o,state:s},c=>a(new Map(c.cells??[]))),exact:o=>r(
{want:"exact",state:o}),keep:(o,s)=>r({want:"keep",question:o.name,value:s}),takeHome:o=>r({want:"take home",notes:o}),kept:o=>t.answers?.[o],rows:()=>t.rows,unreadable:()=>t.
unreadable,journal:()=>r({want:"journal"})}}function et(e,t){let n=new Map,r=o=>{n.get(o.id)?.(o),o.done&&n.delete(o.id)};return e.on("msg:custom",r),t.begin("l\
isteners",()=>e.off("msg:custom",r)),(o,s)=>new Promise(a=>{let c=I("ask"),l=()=>a({refused:qe}),f=t.later(Qe,l),u={};n.set(c,p=>{f(),s?.(p),Object.assign(u,p),
p.done&&a(u)});try{e.send({...o,id:c})}catch{l()}})}var Z=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};A.live[t]+=1;let r=()=>{this.#e.delete(r)&&(A.live[t]-=1,n())};return this.#e.add(r),
r}listen(t,n,r){return t.addEventListener(n,r),this.begin("listeners",()=>t.removeEventListener(n,r))}resized(t,n){let r=new ResizeObserver(n);return r.observe(
t),this.begin("observers",()=>r.disconnect())}later(t,n){let r=setTimeout(()=>{o(),n()},t),o=this.begin("timers",()=>clearTimeout(r));return o}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};function i(e,t={},...n){let r=document.createElement(e);for(let[o,s]of Object.entries(t))o.startsWith("on")?r.addEventListener(o.slice(2),s):s!==void 0&&s!==!1&&
r.setAttribute(o,s===!0?"":s);return r.append(...n),r}function P(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[r,o]of Object.entries(
t))n.setAttribute(r,String(o));return n}function B(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}var tt="data-lm-suppress-shortcuts",ye=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function ve(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(tt,ye(e))}function ke(e,t){e.addEventListener("keydown",n=>ye(n)&&n.stopPropagation()),A.live.guards===0&&(addEventListener("keydown",
ve,!0),A.unguard=()=>removeEventListener("keydown",ve,!0)),t.begin("guards",()=>{A.live.guards===0&&A.unguard?.()})}var $e="plgkit:answered",Y=e=>document.dispatchEvent(new CustomEvent($e,{detail:e}));function Q(e,t,n){e.listen(document,$e,({detail:r})=>{r.lesson===t&&n(r)})}function L(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let r=Number(n.toExponential().split(
"e")[1]),o=Math.min(300,Math.max(0,t-1-r)),s=String(BigInt(Math.round(n*+`1e${o}`))).padStart(o+1,"0"),a=s.slice(0,s.length-o).replace(/\B(?=(\d{3})+$)/g,","),c=s.
slice(s.length-o).replace(/0+$/,""),l=c?`${a}.${c}`:a;return e<0&&l!=="0"?`−${l}`:l}var q=10,Se=({low:e,high:t})=>`a number between ${L(e,q)} and ${L(t,q)}`,ce=e=>e.slice(0,16).replace("T"," ");var nt=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function rt(e){let[,t="",n="",r=""]=e.match(nt)??[e,"",e,""];return{before:t,ask:n,after:r}}
function T(e){let{before:t,ask:n,after:r}=rt(e),o=s=>i("span",{class:"plg-situation"},s);return[...t?[o(t)," "]:[],n,...r?[" ",o(r)]:[]]}var Oe={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(o=>{let s=i(
"input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),a=i("label",{for:s.id},t.options[o]);return{radio:s,row:i("div",{class:"plg-option"},s,a)}}),r=i("legend",
{id:e},...T(t.ask));return{body:[i("fieldset",{},r,...n.map(({row:o})=>o))],missing:"Choose one of the answers first.",read(){let o=n.find(({radio:s})=>s.checked);
return o&&Number(o.radio.value)},show(o){let s=n.find(({radio:a})=>Number(a.value)===o);s&&(s.radio.checked=!0)}}}};var U=(e,t)=>JSON.stringify(e)===JSON.stringify(t),H=(e,t)=>e.low<=t&&t<=e.high,ee=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(r=>Number.isInteger(r)&&r>=0&&
r<n);var _=240,ot=560,st=240,[te,le,ne,pe]=[62,16,14,34],Ae=[0,1,2,3,4],it=4,at={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Ee({
at:e,top:t,xTitle:n,yTitle:r},o){let s=e.map(()=>null),a=ot,c=!1,l=h=>te+(a-te-le)*(e[h]-e[0])/(e[e.length-1]-e[0]),f=h=>ne+(_-pe-ne)*(1-h/t),u=P("svg",{class:"\
plg-drawing",role:"group","aria-label":`${r}, by ${n}`}),p=(h,w)=>{let O=P("text",w);return O.textContent=h,u.append(O),O},g=Ae.map(h=>{let w=t*h/(Ae.length-1);
p(L(w),{x:te-8,y:f(w)+4,"text-anchor":"end"});let O=P("line",{x1:te,y1:f(w),y2:f(w),class:"plg-grid"});return u.append(O),O}),d=e.map(h=>p(String(h),{y:_-pe+18,
"text-anchor":"middle"})),m=p(n,{y:_-2,"text-anchor":"end"}),x=P("polyline",{class:"plg-line"}),y=e.map((h,w)=>{let M={"aria-label":`${r} at ${n} ${h}`,"aria-va\
luemin":0,"aria-valuemax":t},W=P("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...M});return W.addEventListener("keydown",b=>{let v=at[b.key];!v||c||(b.
preventDefault(),E(w,(s[w]??s[w-1]??0)+v*t/100))}),W});u.append(x,...y);let $=()=>{y.forEach((w,O)=>{let M=s[O];w.setAttribute("cx",String(l(O))),w.setAttribute(
"cy",String(f(M??0))),w.classList.toggle("plg-unset",M===null),w.setAttribute("aria-valuenow",String(M??0)),w.setAttribute("aria-valuetext",M===null?"not drawn \
yet":L(M))});let h=s.flatMap((w,O)=>w===null?[]:[`${l(O)},${f(w)}`]);x.setAttribute("points",h.join(" "))},E=(h,w)=>{s[h]=Math.min(t,Math.max(0,Number(w.toPrecision(
it)))),$()},N=()=>{a=Math.max(st,u.clientWidth||a),u.setAttribute("viewBox",`0 0 ${a} ${_}`);for(let h of g)h.setAttribute("x2",String(a-le));d.forEach((h,w)=>{
h.setAttribute("x",String(l(w)))}),m.setAttribute("x",String(a-le)),$()};o.resized(u,N);let S=!1,k=h=>{if(!S||c)return;let w=u.getBoundingClientRect(),O=(h.clientX-
w.left)/w.width*a,M=(h.clientY-w.top)/w.height*_,W=e.reduce((b,v,C)=>Math.abs(l(C)-O)<Math.abs(l(b)-O)?C:b,0);E(W,t*(1-(M-ne)/(_-pe-ne)))};return u.addEventListener(
"pointerdown",h=>{S=!0,u.setPointerCapture(h.pointerId),k(h)}),u.addEventListener("pointermove",k),u.addEventListener("pointerup",()=>{S=!1}),N(),{svg:u,heights:s,
show:$,lock:()=>{c=!0;for(let h of y)h.setAttribute("aria-disabled","true")}}}var ct="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",Ne=e=>e[e.length-1],Ce={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(r=>typeof r=="number"&&H({low:0,high:t},r)),fits:(e,t)=>H(e,Ne(t)),words:(e,t)=>L(Ne(t)),overlay:({at:e},t)=>t.map((n,r)=>({x:e[r],prediction:n})),
inputs(e,t,n){let{svg:r,heights:o,show:s,lock:a}=Ee(t,n),c=i("p",{class:"plg-unit"},ct);return{body:[i("p",{id:e,class:"plg-ask"},...T(t.ask)),c,r],missing:"Dra\
w the whole line: every point counts.",read:()=>o.includes(null)?void 0:[...o],show(l){o.splice(0,o.length,...l),s()},lock:a}}};var Le={accepts:(e,t)=>typeof t=="number"&&H(e,t),fits:H,words:(e,t)=>L(t,q),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=i("input",{type:"number",step:"an\
y",id:`${e}-box`,"aria-describedby":`${e}-unit`}),r=i("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[i("label",{id:e,for:n.id,class:"plg-ask"},...T(
t.ask)),i("div",{class:"plg-entry"},n,r)],missing:`Give ${Se(t)}.`,read(){let o=Number(n.value);return n.value.trim()!==""&&H(t,o)?o:void 0},show(o){n.value=String(
o)}}}};var je={accepts:({items:e},t)=>ee(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>U(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((p,g)=>g),r=!1,o=i("ol",{class:"plg-ranking","aria-labelledby":e}),s=(p,g)=>{r=!0,n.splice(g,0,...n.splice(p,1)),l();let[d,m]=o.children[g].querySelectorAll(
"button"),[x,y]=g<p?[d,m]:[m,d];(x.disabled?y:x).focus()},a=(p,g,d,m="")=>{let x=p+g<0||p+g>=n.length,y=`${t.items[n[p]]}: ${m}`;return i("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:x,"aria-label":y},onclick:()=>s(p,p+g)},d)},c=(p,g)=>i("li",{},i("span",{},t.items[p]),a(g,-1,"↑","up"),a(g,1,"↓","down")),
l=()=>o.replaceChildren(...n.map(c)),f=()=>{r=!0};l();let u=i("button",{type:"button",class:"plg-quiet",onclick:f},"I keep this order");return{body:[i("p",{id:e,
class:"plg-ask"},...T(t.ask)),o,u],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>r?[...n]:void 0,show(p){n=[...p],r=!0,l()}}}};var Me=({cards:e})=>e.map(({pile:t})=>t),Ie={accepts:(e,t)=>ee(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||U(Me(e),t),words({verdicts:[e]},t){return`${Me(
e).filter((r,o)=>r===t[o]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((r,o)=>{let s=i("select",{id:`${e}-${o}`},i("option",{value:""},"…"));s.append(
...t.piles.map((l,f)=>i("option",{value:f},l)));let a=i("p",{class:"plg-reason"});return{card:i("li",{},i("label",{for:s.id},r),s,a),pile:s,reason:a}});return{body:[
i("p",{id:e,class:"plg-ask"},...T(t.ask)),i("ol",{class:"plg-cards"},...n.map(({card:r})=>r))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:r})=>r.
value==="")?void 0:n.map(({pile:r})=>Number(r.value)),show(r){r.forEach((o,s)=>{n[s].pile.value=String(o)})},tell(r,o){n.forEach(({reason:s},a)=>{let c=r.cards[a].
pile===o[a];s.dataset.correct=String(c),s.textContent=`${c?"✓":"✗"} ${r.cards[a].reason}`})}}}};var lt={choice:Oe,number:Le,ranking:je,drawing:Ce,sorting:Ie},R=e=>lt[e.form];var Te=(e,t)=>e!==void 0&&R(e).accepts(e,t),F=(e,t)=>R(e).words(e,t);function D(e,t){if(!e.verdicts||!Te(e,t))return;let{fits:n}=R(e),r=e.verdicts.find(o=>n(o,t));
return r&&{...r,text:r.text.replaceAll("{given}",F(e,t))}}var Re=(e,t)=>R(e).overlay?.(e,t);function De(e,t,n,r,o){return[t,e[n]??n,r,o===void 0?"":o?"yes":"no"]}function pt(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([a])=>s[a]!==null)).map(s=>Object.fromEntries(t.
map(([a,c])=>[c,s[a]]))):e}function ut(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):L(e,Number.isInteger(e)?15:5)}function ue(e){let t=Object.keys(
e[0]??{}),n=t.map(o=>i("th",{scope:"col"},o)),r=e.map(o=>i("tr",{},...t.map(s=>i("td",{"data-label":s},ut(o[s],s)))));return i("table",{},i("thead",{},i("tr",{},
...n)),i("tbody",{},...r))}function z(e,t){let n=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),r=i("summary",{},"The numbers as\
 a table"),o=i("details",{class:"plg-table"},r,n),s=()=>{o.open&&n.replaceChildren(ue(pt(t(),e.usermeta?.table)))};return o.addEventListener("toggle",s),{details:o,
fill:s}}var dt=15e3;function He(e,t,n,r){let o=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=i("p",{class:"plg-note",role:"alert"}),
c=i("button",{type:"button",class:"plg-quiet",onclick:async()=>{let p=await t.journal();if(s.textContent=p.refused??"",p.refused)return;let{href:g,end:d}=r.url(
new Blob([p.text??""],{type:"application/jsonl"}));i("a",{href:g,download:n.file}).click(),r.later(dt,d)}},"Download my answers"),l=[...t.rows()],f=()=>{let p=l.
map(g=>Object.fromEntries(n.headings.map((d,m)=>[d,g[m]])));o.replaceChildren(l.length?ue(p):"No answer yet.")};Q(r,n.lesson,({question:p,text:g,correct:d,kept:m})=>{
m!==!1&&(l.push(De(n.labels,ce(new Date().toISOString()),p,g,d)),f())}),f();let u=t.unreadable().map(p=>i("p",{class:"plg-note"},p));e.append(o,i("p",{},c),s,...u)}var ft=100,mt=65,We=280,gt=640;function J(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,r)=>Object.fromEntries(t.map(o=>[o,e[o][r]])))}function K(e){let t=i(
"div",{class:"plg-canvas","aria-hidden":"true"}),n=i("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var ht=()=>new Promise(e=>{
requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,ft)});function G(e,t,n,r,o){t.style.minHeight=`${n.height+mt}px`;let s=A.drawing.then(()=>bt(e,t,n,r,o)),a=()=>(t.
style.minHeight="",ht());return A.drawing=s.then(a,a),s}async function bt(e,t,n,r,o){let s=await e.vega();if(o.ended)return;let a=Math.max(We,t.clientWidth||gt),
c={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:J(r),...n.datasets},autosize:{type:"fit-x",contains:"padding"},width:a,config:{
...n.config,aria:!1}},{view:l,finalize:f}=await s(t,c,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"});if(o.begin("views",f),o.resized(t,()=>{let u=Math.max(
We,t.clientWidth);!t.clientWidth||Math.abs(u-a)<=1||(a=u,l.width(a).runAsync())}),!o.ended)return{swap:(u,p)=>l.data(u,p).runAsync()}}function Pe(e,t,{title:n,spec:r,columns:o},s){let{canvas:a,chart:c}=K(n);if(e.append(c),r.usermeta?.table){let[l]=Object.values(r.datasets);e.append(i("div",{class:"\
plg-foot"},z(r,()=>l).details))}return G(t,a,r,o,s)}var de={"":0,k:3,m:6},wt=/^(?:\d+(?:\.\d*)?|\.\d+)$/,xt=/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,vt=/^\d+,\d+$/;function V(e,t){let{before:n="",after:r=""}=e,[o,s]=Math.
abs(t).toExponential().split("e"),a=t&&e.quantity==="share"?2:0,c=At(o.replace(".",""),Number(s)+1+a);return`${t<0?"−":""}${n}${c}${r}`}function Ue(e,t){let n={
refused:`${e.label}: give ${yt(e)}.`},r=$t(e,t).filter(s=>kt(e,s));if(r.length===0)return n;if(r.length===1)return{value:r[0]};let o=r.map(s=>V(e,s)).join(" or ");
return{refused:`${e.label}: this can mean ${o}; say which.`}}function yt(e){let t=`between ${V(e,Number(e.low))} and ${V(e,Number(e.high))}`,n=`5 means ${e.before}\
5${e.after}`;return e.quantity==="share"?`a share ${t} (${n})`:e.quantity==="money"?`an amount ${t}${e.size?` (${n})`:""}`:_e(e)?`a whole number ${t}`:`a number\
 ${t}`}var _e=({kind:e,quantity:t})=>e==="whole"||t==="people",kt=(e,t)=>Number(e.low)<=t&&t<=Number(e.high)&&(!_e(e)||Number.isInteger(t));function $t(e,t){let[
,n,r]=/^([-−–+]?)(.*)$/.exec(Be(t)),o=n!==""&&n!=="+",s=(u,p)=>Ot(u,p,o);if(e.quantity==="share"){if(r.endsWith("%"))return s(r.slice(0,-1),-2);let[u]=s(r,-2);
return 0<u&&u<.01?[u,...s(r,0)]:s(r,-2)}if(e.quantity!=="money")return s(r,0);let{amount:a,size:c,named:l}=St(r,Be(e.currency)),f=de[e.size];return c!==""?s(a,de[c]-
f):l&&f?[...s(a,0),...s(a,-f)]:s(a,0)}var Be=e=>e.trim().toLowerCase().replace(/(\d)[\s'’](?=\d{3}(?!\d))/g,"$1").replace(/(\D)\s+/g,"$1").replace(/\s+(?=\D)/g,
"");function St(e,t){let n=Object.keys(de).flatMap(r=>[{before:r+t,after:"",size:r,named:!0},{before:t,after:r,size:r,named:!0},{before:"",after:t+r,size:r,named:!0},
{before:"",after:r+t,size:r,named:!0},{before:"",after:r,size:r,named:!1}]);for(let{before:r,after:o,size:s,named:a}of n){let c=e.slice(r.length,e.length-o.length);
if(e===r+c+o&&/^[\d.,]/.test(c)&&/[\d.,]$/.test(c))return{amount:c,size:s,named:a}}return{amount:"",size:"",named:!1}}function Ot(e,t,n){let r=xt.test(e)?e.replaceAll(
",",""):vt.test(e)?e.replace(",","."):e;if(!wt.test(r))return[];let o=+`${r}e${t}`;return Number.isFinite(o)?[n?-o:o]:[]}function At(e,t){let n=e.padStart(e.length+
Math.max(0,1-t),"0").padEnd(t,"0"),r=Math.max(1,t),o=n.slice(0,r).replace(/\B(?=(\d{3})+$)/g,","),s=n.slice(r).replace(/0+$/,"");return s?`${o}.${s}`:o}function fe(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(r=>Math.abs(Number(r)-t));return n.indexOf(Math.min(...n))}function Fe(e,t){let n=I("control"),r=e.unit?` (${e.unit})`:"",o=i("label",{for:n,class:"plg-label",title:e.help},e.label);r&&o.append(i("span",{class:"plg-unit"},
r));let s=i("p",{class:"plg-note",role:"alert",id:`${n}-note`}),a=e.kind==="choice"||e.kind==="flag",{inputs:c,show:l}=a?Et(e,n,t):Nt(e,n,r,t);return l(e.value),
{row:i("div",{class:"plg-control"},o,...c,s),show:l,note:s}}function Et(e,t,{moved:n,touched:r}){let o=i("select",{id:t,onchange:()=>n(o.selectedIndex),onfocus:r,
onpointerenter:r}),s=e.kind==="flag"?["no","yes"]:e.positions;return o.append(...s.map(c=>i("option",{},String(c)))),{inputs:[o],show:c=>{o.selectedIndex=fe(e.positions,
c)}}}function Nt(e,t,n,{moved:r,typed:o,touched:s}){let a=i("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>r(Number(a.value)),onfocus:s,
onpointerenter:s}),c=i("input",{type:"text",class:"plg-box",inputmode:"decimal",autocomplete:"off","aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}\
-note`,onchange:()=>o(c.value),onfocus:s});return{inputs:[a,c],show:f=>{let u=V(e,f);a.value=String(fe(e.positions,f)),a.setAttribute("aria-valuetext",u),c.value=
u}}}function ze(e,t,n){let r=new Map,o=null,s=(c,l)=>JSON.stringify([c,{...l,[c]:null}]);function a(c,l){let f=s(c,l),u=r.get(f);if(u)return u;let p=new Map;r.set(f,
p);let[g]=r.keys();r.size>16&&r.delete(g);let d=m=>{for(let[y,$]of m)p.set(y,$);let x=o?.key===f&&p.get(o.index);x&&t(x)};return e.positions(c,{...l},d).then(m=>{
m.refused&&(r.delete(f),n(c,m.refused))}),p}return{load:a,want(c,l,f){o={key:s(c,l),index:f};let u=a(c,l).get(f);return u&&t(u),!!u},forget(){o=null}}}function Je(e,t,n,r){let{controls:o,spec:s}=n,a=Object.fromEntries(o.map(({name:b,value:v})=>[b,v])),c={...a},l=n.cell,f=0,u,p=i("p",{class:"plg-sentence",role:"\
status"},l.sentence),g=n.measures.map((b,v)=>i("dd",{},l.headline[v])),d=n.measures.map((b,v)=>i("div",{},i("dt",{},b),g[v])),{canvas:m,chart:x}=K(l.sentence),y=()=>({
...n.common,...l.columns}),$=z(s,()=>J(y())),E=b=>b?e.setAttribute("aria-busy","true"):e.removeAttribute("aria-busy"),N=()=>{f=0,!r.ended&&(u?.swap("outcome",J(
y())),p.textContent=l.sentence,x.setAttribute("aria-label",l.sentence),g.forEach((b,v)=>{b.textContent=l.headline[v]}),$.fill(),E(!1))},S=b=>{l=b,f||(f=requestAnimationFrame(
N))},k={},j=()=>{for(let{note:b}of Object.values(k))b.textContent=""},h=ze(t,S,(b,v)=>{k[b].note.textContent=v}),w=async b=>{h.forget(),E(!0);let v={...a,...b},
C=await t.exact(v);E(!1),j();let[ge]=Object.keys(b);k[ge].note.textContent=C.refused??C.note??"",C.refused||Object.assign(a,C.state??v);for(let{name:ie}of o)k[ie].
show(a[ie]);C.cell&&S(C.cell)},O=b=>{let{name:v,positions:C}=b;return Fe(b,{moved:X=>{a[v]=C[X],k[v].show(a[v]),j(),h.want(v,a,X)||E(!0)},typed:X=>{let ae=Ue(b,
X);if("value"in ae)return w({[v]:ae.value});k[v].note.textContent=ae.refused,k[v].show(a[v])},touched:()=>h.load(v,a)})};for(let b of o)k[b.name]=O(b);let W=i("\
button",{type:"button",class:"plg-quiet",onclick:()=>w({...c})},"Start values");return e.append(i("div",{class:"plg-stage"},i("div",{class:"plg-controls"},...o.
map(({name:b})=>k[b].row)),i("dl",{class:"plg-headline"},...d),x,p,i("div",{class:"plg-foot"},$.details,W))),G(t,m,s,y(),r).then(b=>{u=b,l!==n.cell&&N()})}function re({edition:e},{solution:t}){return t?[i("details",{class:"plg-solution",open:e==="instructor"},i("summary",{},"The answer"),t)]:[]}var oe=(e,t)=>i("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),se=e=>e?"✓ Right. ":"✗ Not this. ";var me="Finish",Ct="Finished. What was right is told after the course, when you know more.";function Ke(e,t,n,r){let o=i("p",{class:"plg-saved",role:"status"}),
s=i("button",{type:"submit"},me),a=i("form"),c=n.questions.map((d,m,x)=>{let{body:y,read:$,show:E}=R(d).inputs(I("question"),d,r),N=i("div",{class:"plg-result"}),
S=i("div",{class:"plg-question"},oe(m,x),...y,N);S.addEventListener("change",()=>p(d,$()));let k=t.kept(d.name);return k!==void 0&&E(k),{place:S,question:d,read:$,
result:N}}),l=()=>c.flatMap(({read:d},m)=>d()===void 0?[m+1]:[]),f=d=>{o.textContent=`${c.length-l().length} of ${c.length} answered. ${d}`},u=async(d,m)=>{s.textContent=
me;let x=await t.keep(d,m);return B(o,x),f(o.textContent??""),!x.refused},p=async(d,m)=>{let x={...d,verdicts:void 0};await u(x,m)&&Y({lesson:n.lesson,question:d.
name,value:m,text:F(d,m)})},g=()=>{for(let m of a.querySelectorAll("input, button"))m.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return f(
Ct);let d=0;for(let{question:m,read:x,result:y}of c){let $=Lt(m,x(),y);y.dataset.correct=String($),d+=Number($)}f(`Finished: ${d} of ${c.length} right. Each que\
stion now says why.`)};a.addEventListener("submit",async d=>{d.preventDefault();let m=l();if(m.length&&s.textContent===me)return s.textContent="Finish all the s\
ame",f(`Still open: ${m.join(", ")}.`);let x=c.length-m.length;await u({name:n.end,kind:"note",edition:n.endEdition},x)&&(Y({lesson:n.lesson,question:n.end,value:x,
text:String(x)}),g())}),a.append(...c.flatMap(({place:d,question:m})=>[d,...re(n,m)]),s,o),e.append(a),t.kept(n.end)===void 0?f(""):g()}function Lt(e,t,n){let r=t===
void 0?void 0:D(e,t),o=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(i("strong",{},r?se(r.correct):"Not answered."),r?.text??""),o&&!r?.correct&&n.
append(i("p",{},i("em",{},"Right: "),e.options[o.option]," ",o.text)),!!r?.correct}function Ge(e,t,n,r){n.questions.forEach((o,s,a)=>{let c=jt(t,n,o,r);a.length>1&&c.prepend(oe(s,a)),e.append(c,...re(n,o))})}function jt(e,t,n,r){let o=I("quest\
ion"),{locks:s}=n,a=i("div",{class:"plg-result",role:"status"}),c=i("p",{class:"plg-saved"}),l=i("button",{type:"submit"},s?"Commit":"Answer"),f=i("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":o}),{body:u,missing:p,read:g,show:d,tell:m,lock:x}=R(n).inputs(o,n,r),y=u[u.length-1];(y.classList.contains("\
plg-entry")?y:f).append(l),f.prepend(...u),f.append(a,c);let $=N=>{if(s){for(let k of f.querySelectorAll("input, button, select"))k.toggleAttribute("disabled",!0);
x?.(),a.textContent="Committed. It is compared with the answer further down.";return}let S=D(n,N);S&&(a.replaceChildren(i("strong",{},se(S.correct)),S.text),m?.(
S,N),a.dataset.correct=String(S.correct))},E=e.kept(n.name);return E!==void 0&&(d(E),$(E)),f.addEventListener("submit",async N=>{N.preventDefault();let S=g();if(S===
void 0){a.textContent=p;return}l.disabled=!0,c.textContent="Saving …";let k=await e.keep(n,S);if(l.disabled=!1,B(c,k),k.refused&&s)return;let j=k.value??S,h=U(
j,S);if(h||d(j),$(j),k.refused)return;let w=s?void 0:D(n,j)?.correct,O=F(n,j);Y({lesson:t.lesson,question:n.name,value:j,text:O,correct:w,kept:h})}),f}function Ye(e,t,n,r){let{question:o,spec:s,columns:a}=n,c=i("p",{class:"plg-waiting"},n.waiting);e.append(c);let l=!1,f=async p=>{if(l)return;l=!0;let g=(p===void 0?
void 0:D(o,p))?.text??n.truth,{canvas:d,chart:m}=K(`${n.description} ${g}`),x=z(s,()=>J(a));e.replaceChildren(i("p",{class:"plg-sentence",role:"status"},g),m,i(
"div",{class:"plg-foot"},x.details));let y=await G(t,d,s,a,r),$=p===void 0?void 0:Re(o,p);$&&y?.swap("prediction",$)};Q(r,n.lesson,p=>{p.question===o.name&&f(p.
value)});let u=t.kept(o.name);if(u!==void 0)return f(u);if(t.skippable){let p=()=>f(void 0);c.append(" ",i("button",{type:"button",class:"plg-quiet",onclick:p},
"Show it without"))}}function Ve(e,t,n,r){let o=I("notes"),s=i("textarea",{id:o,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let a=i("p",{class:"plg-saved",role:"st\
atus"}),c=i("p",{}),l=[],f=async()=>{a.textContent="Saving …";let u=await t.takeHome(s.value);B(a,u);for(let d of l)d();let p=(u.files??[]).map(([d,m])=>({name:d,
...r.url(new Blob([he(m)]))}));l=p.map(({end:d})=>d);let g=({name:d="",href:m=""})=>i("a",{class:"plg-download",href:m,download:d},`Download ${d}`);c.replaceChildren(
...p.flatMap(d=>[g(d)," "]))};e.append(i("label",{for:o,class:"plg-ask"},"My notes"),s,i("p",{},i("button",{type:"button",onclick:f},"Save my page")),a,c)}var Mt="This part of the page could not be drawn. Load the page again; the other parts work.",It={explorer:Je,questions:Ge,paper:Ke,reveal:Ye,answers:He,takehome:Ve,
chart:Pe};function Tt(e,t){let n=t instanceof Error?t.message:String(t);e.append(i("p",{class:"plg plg-note",role:"alert"},`${Mt} (${n})`))}function Xe(e,t,n,r){
let o=i("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});ke(o,r),e.append(o);let s=a=>{console.error(a),o.replaceChildren(),Tt(o,a)};try{Promise.
resolve(It[n.kind](o,t,n,r)).catch(s)}catch(a){s(a)}}function Rt({model:e,el:t}){let n=new Z,r=e.get("payload");return Xe(t,xe(e,r,n),r,n),()=>{n.end(),t.replaceChildren()}}var Zr={render:Rt};export{Zr as default};
