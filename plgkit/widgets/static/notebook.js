function ge(e){let t=atob(e),n=new Uint8Array(t.length);for(let r=0;r<t.length;r++)n[r]=t.charCodeAt(r);return n}var Ve=e=>new Response(new Blob([e]).stream().pipeThrough(
new DecompressionStream("gzip")));async function he(e){let t=URL.createObjectURL(new Blob([await Ve(e).arrayBuffer()],{type:"text/javascript"}));try{return(await import(t)).
default}finally{URL.revokeObjectURL(t)}}var be=globalThis;be.plgkitShared??={};var $=be.plgkitShared;$.ids??=0;$.live??={guards:0,listeners:0,observers:0,timers:0,urls:0,views:0};$.drawing??=Promise.resolve();
function I(e){return $.ids+=1,`plg-${e}-${$.ids}`}var xe=15e3,we=200,Xe="The kernel does not answer. Run all cells again to wake it.";function ve(e,t,n){let r=Ze(e,n);return{skippable:!1,vega(){return $.vega??=
Qe(e.widget_manager,e.get("library")).then(o=>he(o.get("gzip"))).catch(o=>{throw $.vega=void 0,o}),$.vega},positions:(o,s,c)=>r({want:"positions",control:o,state:s},
a=>c(new Map(a.cells??[]))),exact:o=>r({want:"exact",state:o}),keep:(o,s)=>r({want:"keep",question:o.name,value:s}),takeHome:o=>r({want:"take home",notes:o}),kept:o=>t.
answers?.[o],rows:()=>t.rows,unreadable:()=>t.unreadable,journal:()=>r({want:"journal"})}}async function Qe(e,t){for(let n=0;;n+=we){try{return await e.get_model(
t)}catch(r){if(n>=xe)throw r}await new Promise(r=>setTimeout(r,we))}}function Ze(e,t){let n=new Map,r=o=>{n.get(o.id)?.(o),o.done&&n.delete(o.id)};return e.on("\
msg:custom",r),t.begin("listeners",()=>e.off("msg:custom",r)),(o,s)=>new Promise(c=>{let a=I("ask"),l=()=>c({refused:Xe}),d=t.later(xe,l),f={};n.set(a,p=>{d(),s?.(
p),Object.assign(f,p),p.done&&c(f)});try{e.send({...o,id:a})}catch{l()}})}var Z=class{ended=!1;#e=new Set;begin(t,n){if(this.ended)return n(),()=>{};$.live[t]+=1;let r=()=>{this.#e.delete(r)&&($.live[t]-=1,n())};return this.#e.add(r),
r}listen(t,n,r){return t.addEventListener(n,r),this.begin("listeners",()=>t.removeEventListener(n,r))}resized(t,n){let r=new ResizeObserver(n);return r.observe(
t),this.begin("observers",()=>r.disconnect())}later(t,n){let r=setTimeout(()=>{o(),n()},t),o=this.begin("timers",()=>clearTimeout(r));return o}url(t){let n=URL.
createObjectURL(t);return{href:n,end:this.begin("urls",()=>URL.revokeObjectURL(n))}}end(){this.ended=!0;for(let t of[...this.#e])t()}};function i(e,t={},...n){let r=document.createElement(e);for(let[o,s]of Object.entries(t))o.startsWith("on")?r.addEventListener(o.slice(2),s):s!==void 0&&s!==!1&&
r.setAttribute(o,s===!0?"":s);return r.append(...n),r}function _(e,t={}){let n=document.createElementNS("http://www.w3.org/2000/svg",e);for(let[r,o]of Object.entries(
t))n.setAttribute(r,String(o));return n}function B(e,t){e.textContent=t.refused??t.saved??"",e.dataset.refused=String(!!t.refused)}var qe="data-lm-suppress-shortcuts",ke=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function ye(e){let{target:t}=e;t instanceof Element&&t.closest(
".plg")&&t.toggleAttribute(qe,ke(e))}function Se(e,t){e.addEventListener("keydown",n=>ke(n)&&n.stopPropagation()),$.live.guards===0&&(addEventListener("keydown",
ye,!0),$.unguard=()=>removeEventListener("keydown",ye,!0)),t.begin("guards",()=>{$.live.guards===0&&$.unguard?.()})}var Oe="plgkit:answered",X=e=>document.dispatchEvent(new CustomEvent(Oe,{detail:e}));function q(e,t,n){e.listen(document,Oe,({detail:r})=>{r.lesson===t&&n(r)})}function E(e,t=3){if(!Number.isFinite(e))return e>0?"without end":"minus without end";let n=Math.abs(e);if(n===0)return"0";let r=Number(n.toExponential().split(
"e")[1]),o=Math.min(300,Math.max(0,t-1-r)),s=String(BigInt(Math.round(n*+`1e${o}`))).padStart(o+1,"0"),c=s.slice(0,s.length-o).replace(/\B(?=(\d{3})+$)/g,","),a=s.
slice(s.length-o).replace(/0+$/,""),l=a?`${c}.${a}`:c;return e<0&&l!=="0"?`−${l}`:l}var ae=e=>`${E(100*e)}%`,F=10,ee=({low:e,high:t})=>`a number between ${E(e,
F)} and ${E(t,F)}`,le=e=>e.slice(0,16).replace("T"," ");var et=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function tt(e){let[,t="",n="",r=""]=e.match(et)??[e,"",e,""];return{before:t,ask:n,after:r}}
function M(e){let{before:t,ask:n,after:r}=tt(e),o=s=>i("span",{class:"plg-situation"},s);return[...t?[o(t)," "]:[],n,...r?[" ",o(r)]:[]]}var $e={accepts:({options:e},t)=>Number.isInteger(t)&&e[t]!==void 0,fits:(e,t)=>e.option===t,words:(e,t)=>e.options[t],inputs(e,t){let n=t.order.map(o=>{let s=i(
"input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),c=i("label",{for:s.id},t.options[o]);return{radio:s,row:i("div",{class:"plg-option"},s,c)}}),r=i("legend",
{id:e},...M(t.ask));return{body:[i("fieldset",{},r,...n.map(({row:o})=>o))],missing:"Choose one of the answers first.",read(){let o=n.find(({radio:s})=>s.checked);
return o&&Number(o.radio.value)},show(o){let s=n.find(({radio:c})=>Number(c.value)===o);s&&(s.radio.checked=!0)}}}};var U=(e,t)=>JSON.stringify(e)===JSON.stringify(t),P=(e,t)=>e.low<=t&&t<=e.high,te=(e,t,n)=>Array.isArray(e)&&e.length===t&&e.every(r=>Number.isInteger(r)&&r>=0&&
r<n);var z=240,nt=560,rt=240,[ne,pe,re,ue]=[62,16,14,34],Ae=[0,1,2,3,4],ot=4,st={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10};function Ee({
at:e,top:t,xTitle:n,yTitle:r},o){let s=e.map(()=>null),c=nt,a=!1,l=h=>ne+(c-ne-pe)*(e[h]-e[0])/(e[e.length-1]-e[0]),d=h=>re+(z-ue-re)*(1-h/t),f=_("svg",{class:"\
plg-drawing",role:"group","aria-label":`${r}, by ${n}`}),p=(h,b)=>{let A=_("text",b);return A.textContent=h,f.append(A),A},g=Ae.map(h=>{let b=t*h/(Ae.length-1);
p(E(b),{x:ne-8,y:d(b)+4,"text-anchor":"end"});let A=_("line",{x1:ne,y1:d(b),y2:d(b),class:"plg-grid"});return f.append(A),A}),u=e.map(h=>p(String(h),{y:z-ue+18,
"text-anchor":"middle"})),m=p(n,{y:z-2,"text-anchor":"end"}),x=_("polyline",{class:"plg-line"}),y=e.map((h,b)=>{let j={"aria-label":`${r} at ${n} ${h}`,"aria-va\
luemin":0,"aria-valuemax":t},W=_("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider",...j});return W.addEventListener("keydown",w=>{let v=st[w.key];!v||a||(w.
preventDefault(),N(b,(s[b]??s[b-1]??0)+v*t/100))}),W});f.append(x,...y);let S=()=>{y.forEach((b,A)=>{let j=s[A];b.setAttribute("cx",String(l(A))),b.setAttribute(
"cy",String(d(j??0))),b.classList.toggle("plg-unset",j===null),b.setAttribute("aria-valuenow",String(j??0)),b.setAttribute("aria-valuetext",j===null?"not drawn \
yet":E(j))});let h=s.flatMap((b,A)=>b===null?[]:[`${l(A)},${d(b)}`]);x.setAttribute("points",h.join(" "))},N=(h,b)=>{s[h]=Math.min(t,Math.max(0,Number(b.toPrecision(
ot)))),S()},C=()=>{c=Math.max(rt,f.clientWidth||c),f.setAttribute("viewBox",`0 0 ${c} ${z}`);for(let h of g)h.setAttribute("x2",String(c-pe));u.forEach((h,b)=>{
h.setAttribute("x",String(l(b)))}),m.setAttribute("x",String(c-pe)),S()};o.resized(f,C);let O=!1,k=h=>{if(!O||a)return;let b=f.getBoundingClientRect(),A=(h.clientX-
b.left)/b.width*c,j=(h.clientY-b.top)/b.height*z,W=e.reduce((w,v,L)=>Math.abs(l(L)-A)<Math.abs(l(w)-A)?L:w,0);N(W,t*(1-(j-re)/(z-ue-re)))};return f.addEventListener(
"pointerdown",h=>{O=!0,f.setPointerCapture(h.pointerId),k(h)}),f.addEventListener("pointermove",k),f.addEventListener("pointerup",()=>{O=!1}),C(),{svg:f,heights:s,
show:S,lock:()=>{a=!0;for(let h of y)h.setAttribute("aria-disabled","true")}}}var it="Draw with the mouse or a finger, or move each point with Tab and the arrow keys.",Ne=e=>e[e.length-1],Ce={accepts:({at:e,top:t},n)=>Array.isArray(n)&&n.
length===e.length&&n.every(r=>typeof r=="number"&&P({low:0,high:t},r)),fits:(e,t)=>P(e,Ne(t)),words:(e,t)=>E(Ne(t)),overlay:({at:e},t)=>t.map((n,r)=>({x:e[r],prediction:n})),
inputs(e,t,n){let{svg:r,heights:o,show:s,lock:c}=Ee(t,n),a=i("p",{class:"plg-unit"},it);return{body:[i("p",{id:e,class:"plg-ask"},...M(t.ask)),a,r],missing:"Dra\
w the whole line: every point counts.",read:()=>o.includes(null)?void 0:[...o],show(l){o.splice(0,o.length,...l),s()},lock:c}}};var Le={accepts:(e,t)=>typeof t=="number"&&P(e,t),fits:P,words:(e,t)=>E(t,F),overlay:(e,t)=>[{prediction:t}],inputs(e,t){let n=i("input",{type:"number",step:"an\
y",id:`${e}-box`,"aria-describedby":`${e}-unit`}),r=i("span",{id:`${e}-unit`,class:"plg-unit"},t.unit);return{body:[i("label",{id:e,for:n.id,class:"plg-ask"},...M(
t.ask)),i("div",{class:"plg-entry"},n,r)],missing:`Give ${ee(t)}.`,read(){let o=Number(n.value);return n.value.trim()!==""&&P(t,o)?o:void 0},show(o){n.value=String(
o)}}}};var Te={accepts:({items:e},t)=>te(t,e.length,e.length)&&new Set(t).size===e.length,fits:(e,t)=>U(e.order,t),words:(e,t)=>t.map(n=>e.items[n]).join(", "),inputs(e,t){
let n=t.items.map((p,g)=>g),r=!1,o=i("ol",{class:"plg-ranking","aria-labelledby":e}),s=(p,g)=>{r=!0,n.splice(g,0,...n.splice(p,1)),l();let[u,m]=o.children[g].querySelectorAll(
"button"),[x,y]=g<p?[u,m]:[m,u];(x.disabled?y:x).focus()},c=(p,g,u,m="")=>{let x=p+g<0||p+g>=n.length,y=`${t.items[n[p]]}: ${m}`;return i("button",{...{type:"bu\
tton",class:"plg-quiet",disabled:x,"aria-label":y},onclick:()=>s(p,p+g)},u)},a=(p,g)=>i("li",{},i("span",{},t.items[p]),c(g,-1,"↑","up"),c(g,1,"↓","down")),
l=()=>o.replaceChildren(...n.map(a)),d=()=>{r=!0};l();let f=i("button",{type:"button",class:"plg-quiet",onclick:d},"I keep this order");return{body:[i("p",{id:e,
class:"plg-ask"},...M(t.ask)),o,f],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>r?[...n]:void 0,show(p){n=[...p],r=!0,l()}}}};var je=({cards:e})=>e.map(({pile:t})=>t),Ie={accepts:(e,t)=>te(t,e.cards.length,e.piles.length),fits:(e,t)=>!e.all||U(je(e),t),words({verdicts:[e]},t){return`${je(
e).filter((r,o)=>r===t[o]).length} of ${t.length}`},inputs(e,t){let n=t.cards.map((r,o)=>{let s=i("select",{id:`${e}-${o}`},i("option",{value:""},"…"));s.append(
...t.piles.map((l,d)=>i("option",{value:d},l)));let c=i("p",{class:"plg-reason"});return{card:i("li",{},i("label",{for:s.id},r),s,c),pile:s,reason:c}});return{body:[
i("p",{id:e,class:"plg-ask"},...M(t.ask)),i("ol",{class:"plg-cards"},...n.map(({card:r})=>r))],missing:"Put every card on a pile first.",read:()=>n.some(({pile:r})=>r.
value==="")?void 0:n.map(({pile:r})=>Number(r.value)),show(r){r.forEach((o,s)=>{n[s].pile.value=String(o)})},tell(r,o){n.forEach(({reason:s},c)=>{let a=r.cards[c].
pile===o[c];s.dataset.correct=String(a),s.textContent=`${a?"✓":"✗"} ${r.cards[c].reason}`})}}}};var ct={choice:$e,number:Le,ranking:Te,drawing:Ce,sorting:Ie},R=e=>ct[e.form];var Me=(e,t)=>e!==void 0&&R(e).accepts(e,t),J=(e,t)=>R(e).words(e,t);function D(e,t){if(!e.verdicts||!Me(e,t))return;let{fits:n}=R(e),r=e.verdicts.find(o=>n(o,t));
return r&&{...r,text:r.text.replaceAll("{given}",J(e,t))}}var Re=(e,t)=>R(e).overlay?.(e,t);function De(e,t,n,r,o){return[t,e[n]??n,r,o===void 0?"":o?"yes":"no"]}function at(e,{headings:t,marks:n=[]}={}){return t?e.filter(s=>!n.length||n.includes(s.mark)).filter(s=>t.every(([c])=>s[c]!==null)).map(s=>Object.fromEntries(t.
map(([c,a])=>[a,s[c]]))):e}function lt(e,t){return typeof e!="number"||/year$/.test(t)?String(e??""):E(e,Number.isInteger(e)?15:5)}function de(e){let t=Object.keys(
e[0]??{}),n=t.map(o=>i("th",{scope:"col"},o)),r=e.map(o=>i("tr",{},...t.map(s=>i("td",{"data-label":s},lt(o[s],s)))));return i("table",{},i("thead",{},i("tr",{},
...n)),i("tbody",{},...r))}function K(e,t){let n=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"}),r=i("summary",{},"The numbers as\
 a table"),o=i("details",{class:"plg-table"},r,n),s=()=>{o.open&&n.replaceChildren(de(at(t(),e.usermeta?.table)))};return o.addEventListener("toggle",s),{details:o,
fill:s}}var pt=15e3;function Pe(e,t,n,r){let o=i("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=i("p",{class:"plg-note",role:"alert"}),
a=i("button",{type:"button",class:"plg-quiet",onclick:async()=>{let p=await t.journal();if(s.textContent=p.refused??"",p.refused)return;let{href:g,end:u}=r.url(
new Blob([p.text??""],{type:"application/jsonl"}));i("a",{href:g,download:n.file}).click(),r.later(pt,u)}},"Download my answers"),l=[...t.rows()],d=()=>{let p=l.
map(g=>Object.fromEntries(n.headings.map((u,m)=>[u,g[m]])));o.replaceChildren(l.length?de(p):"No answer yet.")};q(r,n.lesson,({question:p,text:g,correct:u,kept:m})=>{
m!==!1&&(l.push(De(n.labels,le(new Date().toISOString()),p,g,u)),d())}),d();let f=t.unreadable().map(p=>i("p",{class:"plg-note"},p));e.append(o,i("p",{},a),s,...f)}var ut=100,dt=65,We=280,ft=640;function G(e){let t=Object.keys(e);return(e[t[0]]??[]).map((n,r)=>Object.fromEntries(t.map(o=>[o,e[o][r]])))}function Y(e){let t=i(
"div",{class:"plg-canvas","aria-hidden":"true"}),n=i("div",{class:"plg-chart",role:"img","aria-label":e},t);return{canvas:t,chart:n}}var mt=()=>new Promise(e=>{
requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,ut)});function V(e,t,n,r,o){t.style.minHeight=`${n.height+dt}px`;let s=$.drawing.then(()=>gt(e,t,n,r,o)),c=()=>(t.
style.minHeight="",mt());return $.drawing=s.then(c,c),s}async function gt(e,t,n,r,o){let s=await e.vega();if(o.ended)return;let c=Math.max(We,t.clientWidth||ft),
a={...n,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:G(r),...n.datasets},autosize:{type:"fit-x",contains:"padding"},width:c,config:{
...n.config,aria:!1}},{view:l,finalize:d}=await s(t,a,{actions:!1,renderer:"svg",ast:!0,mode:"vega-lite"});if(o.begin("views",d),o.resized(t,()=>{let f=Math.max(
We,t.clientWidth);!t.clientWidth||Math.abs(f-c)<=1||(c=f,l.width(c).runAsync())}),!o.ended)return{swap:(f,p)=>l.data(f,p).runAsync()}}function He(e,t,{title:n,spec:r,columns:o},s){let{canvas:c,chart:a}=Y(n);if(e.append(a),r.usermeta?.table){let[l]=Object.values(r.datasets);e.append(i("div",{class:"\
plg-foot"},K(r,()=>l).details))}return V(t,c,r,o,s)}function fe(e,t){if(typeof t!="number")return e.indexOf(t);let n=e.map(r=>Math.abs(Number(r)-t));return n.indexOf(Math.min(...n))}function _e(e,t){let n=I("control"),r=e.unit?` (${e.unit})`:"",o=i("label",{for:n,class:"plg-label",title:e.help},e.label);r&&o.append(i("span",{class:"plg-unit"},
r));let s=i("p",{class:"plg-note",role:"alert",id:`${n}-note`}),c=e.kind==="choice"||e.kind==="flag",{inputs:a,show:l}=c?ht(e,n,t):bt(e,n,r,t);return l(e.value),
{row:i("div",{class:"plg-control"},o,...a,s),show:l,note:s}}function ht(e,t,{moved:n,touched:r}){let o=i("select",{id:t,onchange:()=>n(o.selectedIndex),onfocus:r,
onpointerenter:r}),s=e.kind==="flag"?["no","yes"]:e.positions;return o.append(...s.map(a=>i("option",{},String(a)))),{inputs:[o],show:a=>{o.selectedIndex=fe(e.positions,
a)}}}function bt(e,t,n,{moved:r,typed:o,touched:s}){let c=i("input",{type:"range",id:t,min:0,max:e.positions.length-1,step:1,oninput:()=>r(Number(c.value)),onfocus:s,
onpointerenter:s}),a=i("input",{type:"number",step:"any",min:e.low,max:e.high,"aria-label":`${e.label}${n}, exact value`,"aria-describedby":`${t}-note`,onchange:()=>o(
a.value),onfocus:s}),l=i("span",{class:"plg-reading","aria-hidden":"true"}),d=/^share\b/.test(e.unit);return{inputs:[c,a,l],show:p=>{c.value=String(fe(e.positions,
p)),a.value=String(p),l.textContent=d?`= ${ae(p)}`:"",c.setAttribute("aria-valuetext",`${d?ae(p):E(p,F)}${n}`)}}}function Be(e,t,n){let r=new Map,o=null,s=(a,l)=>JSON.stringify([a,{...l,[a]:null}]);function c(a,l){let d=s(a,l),f=r.get(d);if(f)return f;let p=new Map;r.set(d,
p);let[g]=r.keys();r.size>16&&r.delete(g);let u=m=>{for(let[y,S]of m)p.set(y,S);let x=o?.key===d&&p.get(o.index);x&&t(x)};return e.positions(a,{...l},u).then(m=>{
m.refused&&(r.delete(d),n(a,m.refused))}),p}return{load:c,want(a,l,d){o={key:s(a,l),index:d};let f=c(a,l).get(d);return f&&t(f),!!f},forget(){o=null}}}function Fe(e,t,n,r){let{controls:o,spec:s}=n,c=Object.fromEntries(o.map(({name:w,value:v})=>[w,v])),a={...c},l=n.cell,d=0,f,p=i("p",{class:"plg-sentence",role:"\
status"},l.sentence),g=n.measures.map((w,v)=>i("dd",{},l.headline[v])),u=n.measures.map((w,v)=>i("div",{},i("dt",{},w),g[v])),{canvas:m,chart:x}=Y(l.sentence),y=()=>({
...n.common,...l.columns}),S=K(s,()=>G(y())),N=w=>w?e.setAttribute("aria-busy","true"):e.removeAttribute("aria-busy"),C=()=>{d=0,!r.ended&&(f?.swap("outcome",G(
y())),p.textContent=l.sentence,x.setAttribute("aria-label",l.sentence),g.forEach((w,v)=>{w.textContent=l.headline[v]}),S.fill(),N(!1))},O=w=>{l=w,d||(d=requestAnimationFrame(
C))},k={},T=()=>{for(let{note:w}of Object.values(k))w.textContent=""},h=Be(t,O,(w,v)=>{k[w].note.textContent=v}),b=async w=>{h.forget(),N(!0);let v={...c,...w},
L=await t.exact(v);N(!1),T();let[ce]=Object.keys(w);k[ce].note.textContent=L.refused??L.note??"",L.refused||Object.assign(c,L.state??v);for(let{name:Q}of o)k[Q].
show(c[Q]);L.cell&&O(L.cell)},A=w=>{let{name:v,positions:L,label:ce,low:Q,high:Ye}=w;return _e(w,{moved:H=>{c[v]=L[H],k[v].show(c[v]),T(),h.want(v,c,H)||N(!0)},
typed:H=>{if(H.trim()!==""&&!Number.isNaN(Number(H)))return b({[v]:Number(H)});k[v].note.textContent=`${ce}: give ${ee({low:Number(Q),high:Number(Ye)})}.`,k[v].
show(c[v])},touched:()=>h.load(v,c)})};for(let w of o)k[w.name]=A(w);let W=i("button",{type:"button",class:"plg-quiet",onclick:()=>b({...a})},"Start values");return e.
append(i("div",{class:"plg-controls"},...o.map(({name:w})=>k[w].row)),i("dl",{class:"plg-headline"},...u),x,p,i("div",{class:"plg-foot"},S.details,W)),V(t,m,s,y(),
r).then(w=>{f=w,l!==n.cell&&C()})}function oe({edition:e},{solution:t}){return t?[i("details",{class:"plg-solution",open:e==="instructor"},i("summary",{},"The answer"),t)]:[]}var se=(e,t)=>i("p",
{class:"plg-count"},`Question ${e+1} of ${t.length}`),ie=e=>e?"✓ Right. ":"✗ Not this. ";var me="Finish",wt="Finished. What was right is told after the course, when you know more.";function Ue(e,t,n,r){let o=i("p",{class:"plg-saved",role:"status"}),
s=i("button",{type:"submit"},me),c=i("form"),a=n.questions.map((u,m,x)=>{let{body:y,read:S,show:N}=R(u).inputs(I("question"),u,r),C=i("div",{class:"plg-result"}),
O=i("div",{class:"plg-question"},se(m,x),...y,C);O.addEventListener("change",()=>p(u,S()));let k=t.kept(u.name);return k!==void 0&&N(k),{place:O,question:u,read:S,
result:C}}),l=()=>a.flatMap(({read:u},m)=>u()===void 0?[m+1]:[]),d=u=>{o.textContent=`${a.length-l().length} of ${a.length} answered. ${u}`},f=async(u,m)=>{s.textContent=
me;let x=await t.keep(u,m);return B(o,x),d(o.textContent??""),!x.refused},p=async(u,m)=>{let x={...u,verdicts:void 0};await f(x,m)&&X({lesson:n.lesson,question:u.
name,value:m,text:J(u,m)})},g=()=>{for(let m of c.querySelectorAll("input, button"))m.toggleAttribute("disabled",!0);if(s.remove(),!n.questions[0].verdicts)return d(
wt);let u=0;for(let{question:m,read:x,result:y}of a){let S=xt(m,x(),y);y.dataset.correct=String(S),u+=Number(S)}d(`Finished: ${u} of ${a.length} right. Each que\
stion now says why.`)};c.addEventListener("submit",async u=>{u.preventDefault();let m=l();if(m.length&&s.textContent===me)return s.textContent="Finish all the s\
ame",d(`Still open: ${m.join(", ")}.`);let x=a.length-m.length;await f({name:n.end,kind:"note",edition:n.endEdition},x)&&(X({lesson:n.lesson,question:n.end,value:x,
text:String(x)}),g())}),c.append(...a.flatMap(({place:u,question:m})=>[u,...oe(n,m)]),s,o),e.append(c),t.kept(n.end)===void 0?d(""):g()}function xt(e,t,n){let r=t===
void 0?void 0:D(e,t),o=e.verdicts?.find(({correct:s})=>s);return n.replaceChildren(i("strong",{},r?ie(r.correct):"Not answered."),r?.text??""),o&&!r?.correct&&n.
append(i("p",{},i("em",{},"Right: "),e.options[o.option]," ",o.text)),!!r?.correct}function ze(e,t,n,r){n.questions.forEach((o,s,c)=>{let a=vt(t,n,o,r);c.length>1&&a.prepend(se(s,c)),e.append(a,...oe(n,o))})}function vt(e,t,n,r){let o=I("quest\
ion"),{locks:s}=n,c=i("div",{class:"plg-result",role:"status"}),a=i("p",{class:"plg-saved"}),l=i("button",{type:"submit"},s?"Commit":"Answer"),d=i("form",{class:`\
plg-question plg-form-${n.form}`,"aria-labelledby":o}),{body:f,missing:p,read:g,show:u,tell:m,lock:x}=R(n).inputs(o,n,r),y=f[f.length-1];(y.classList.contains("\
plg-entry")?y:d).append(l),d.prepend(...f),d.append(c,a);let S=C=>{if(s){for(let k of d.querySelectorAll("input, button, select"))k.toggleAttribute("disabled",!0);
x?.(),c.textContent="Committed. It is compared with the answer further down.";return}let O=D(n,C);O&&(c.replaceChildren(i("strong",{},ie(O.correct)),O.text),m?.(
O,C),c.dataset.correct=String(O.correct))},N=e.kept(n.name);return N!==void 0&&(u(N),S(N)),d.addEventListener("submit",async C=>{C.preventDefault();let O=g();if(O===
void 0){c.textContent=p;return}l.disabled=!0,a.textContent="Saving …";let k=await e.keep(n,O);if(l.disabled=!1,B(a,k),k.refused&&s)return;let T=k.value??O,h=U(
T,O);if(h||u(T),S(T),k.refused)return;let b=s?void 0:D(n,T)?.correct,A=J(n,T);X({lesson:t.lesson,question:n.name,value:T,text:A,correct:b,kept:h})}),d}function Je(e,t,n,r){let{question:o,spec:s,columns:c}=n,a=i("p",{class:"plg-waiting"},n.waiting);e.append(a);let l=!1,d=async p=>{if(l)return;l=!0;let g=(p===void 0?
void 0:D(o,p))?.text??n.truth,{canvas:u,chart:m}=Y(`${n.description} ${g}`),x=K(s,()=>G(c));e.replaceChildren(i("p",{class:"plg-sentence",role:"status"},g),m,i(
"div",{class:"plg-foot"},x.details));let y=await V(t,u,s,c,r),S=p===void 0?void 0:Re(o,p);S&&y?.swap("prediction",S)};q(r,n.lesson,p=>{p.question===o.name&&d(p.
value)});let f=t.kept(o.name);if(f!==void 0)return d(f);if(t.skippable){let p=()=>d(void 0);a.append(" ",i("button",{type:"button",class:"plg-quiet",onclick:p},
"Show it without"))}}function Ke(e,t,n,r){let o=I("notes"),s=i("textarea",{id:o,rows:4,maxlength:n.longest});s.value=t.kept("notes")??n.notes;let c=i("p",{class:"plg-saved",role:"st\
atus"}),a=i("p",{}),l=[],d=async()=>{c.textContent="Saving …";let f=await t.takeHome(s.value);B(c,f);for(let u of l)u();let p=(f.files??[]).map(([u,m])=>({name:u,
...r.url(new Blob([ge(m)]))}));l=p.map(({end:u})=>u);let g=({name:u="",href:m=""})=>i("a",{class:"plg-download",href:m,download:u},`Download ${u}`);a.replaceChildren(
...p.flatMap(u=>[g(u)," "]))};e.append(i("label",{for:o,class:"plg-ask"},"My notes"),s,i("p",{},i("button",{type:"button",onclick:d},"Save my page")),c,a)}var yt="This part of the page could not be drawn. Load the page again; the other parts work.",kt={explorer:Fe,questions:ze,paper:Ue,reveal:Je,answers:Pe,takehome:Ke,
chart:He};function St(e,t){let n=t instanceof Error?t.message:String(t);e.append(i("p",{class:"plg plg-note",role:"alert"},`${yt} (${n})`))}function Ge(e,t,n,r){
let o=i("div",{class:`plg plg-${n.kind}`,role:"group","aria-label":n.title});Se(o,r),e.append(o);let s=c=>{console.error(c),o.replaceChildren(),St(o,c)};try{Promise.
resolve(kt[n.kind](o,t,n,r)).catch(s)}catch(c){s(c)}}function Ot({model:e,el:t}){let n=new Z,r=e.get("payload");return Ge(t,ve(e,r,n),r,n),()=>{n.end(),t.replaceChildren()}}var Br={render:Ot};export{Br as default};
