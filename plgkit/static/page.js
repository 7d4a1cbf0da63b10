(()=>{var B="plgkit:answered";function a(e,n={},...t){let o=document.createElement(e);for(let[s,r]of Object.entries(n))s.startsWith("on")?o.addEventListener(s.slice(2),r):r!==void 0&&r!==!1&&
o.setAttribute(s,r===!0?"":r);return o.append(...t),o}function N(e,n=10){let[t,...o]=String(Number(e.toPrecision(n))).split(".");return[t.replace(/\B(?=(\d{3})+$)/g,
","),...o].join(".")}var Q=({low:e,high:n})=>`a number between ${N(e)} and ${N(n)}`,P=e=>`plg-${e}-${globalThis.plgkitIds=(globalThis.plgkitIds??0)+1}`;function z(e){
let n=atob(e),t=new Uint8Array(n.length);for(let o=0;o<n.length;o++)t[o]=n.charCodeAt(o);return t}var G=e=>new Response(new Blob([e]).stream().pipeThrough(new DecompressionStream(
"gzip")));async function rt(e){let n=new Blob([await G(e).arrayBuffer()],{type:"text/javascript"});return(await import(URL.createObjectURL(n))).default}function ct(e,n){let t=(d,c)=>d.controls.reduce((p,b)=>p*b.positions.length+H(b.positions,c[b.name]),0),o=`plgkit:${e.dataset.answers}`,s="",r=()=>{try{return localStorage.
getItem(o)??s}catch{return s}},i=d=>{try{return[JSON.parse(d)]}catch{return[]}},u=()=>r().split(`
`).flatMap(i),h=d=>{let c=u().filter(({part:p})=>p===d);return(c.find(({kind:p})=>p==="prediction")??c.at(-1))?.value},l=(d,c)=>{try{return U(n.get(d),c)}catch{
return String(c)}};return{vega(){let d=document.getElementById("plgkit-vega"),c=()=>new Promise(p=>d.addEventListener("load",()=>p(plgkitEmbed)));return globalThis.
plgkitVega??=d.src?c():rt(z(d.textContent.trim())),globalThis.plgkitVega},async positions(d,c,p,b){let{positions:x}=b.controls.find(g=>g.name===d);p(new Map(x.map(
(g,y)=>[y,b.cells[t(b,{...c,[d]:g})]])))},async exact(d,c){let p=Object.fromEntries(c.controls.map(g=>[g.name,g.positions[H(g.positions,d[g.name])]])),b=c.controls.
some(g=>p[g.name]!==d[g.name]);return{cell:c.cells[t(c,p)],state:p,note:b?"This page holds certain values only; the nearest one is shown. The notebook computes \
any value.":""}},async keep(d,c,p){let{name:b,kind:x,verdicts:g}=c,{correct:y,misconception:A}=g?D(c,p):{},v=new Date().toISOString().replace("Z","+00:00"),$=JSON.
stringify({...d.stamp,at:v,part:b,kind:x,value:p,correct:y,misconception:A}),E=`${r()}${$}
`;try{localStorage.setItem(o,E)}catch{return s=E,{saved:"This browser does not keep answers: download them before you close the page."}}return{saved:"Kept in th\
is browser."}},async takeHome(d,c){let p=await this.keep(d,{name:"notes",kind:"note"},c);return window.print(),p},kept:(d,c)=>h(c),rows:d=>u().map(({at:c,part:p,
kind:b,value:x,correct:g})=>st(d,nt(c),p,l(p,x),b==="prediction"?void 0:g)),journal:async()=>({text:r()})}}function H(e,n){return typeof n!="number"?e.indexOf(n):
e.reduce((t,o,s)=>Math.abs(o-n)<Math.abs(e[t]-n)?s:t,0)}var R=e=>{let n=Object.keys(e);return(e[n[0]]??[]).map((t,o)=>Object.fromEntries(n.map(s=>[s,e[s][o]])))},
it=()=>new Promise(e=>{requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,100)});function J(e,n,t,o){n.style.minHeight=`${t.height+65}px`;let s=(globalThis.plgkitDrawing??
Promise.resolve()).then(()=>lt(e,n,t,o)),r=()=>(n.style.minHeight="",it());return globalThis.plgkitDrawing=s.then(r,r),s}async function lt(e,n,t,o){let s=await e.
vega(),r={...t,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:R(o),...t.datasets},autosize:{type:"fit-x",contains:"padding"},width:Math.
max(280,n.clientWidth||640),config:{...t.config,aria:!1}},{view:i}=await s(n,r,{actions:!1,renderer:"svg",ast:!1,mode:"vega-lite"}),u=r.width;return new ResizeObserver(
()=>{let h=Math.max(280,n.clientWidth);n.clientWidth&&Math.abs(h-u)>1&&i.width(u=h).runAsync()}).observe(n),{swap:(h,l)=>i.data(h,l).runAsync()}}function dt(e,{
headings:n,marks:t=[]}={}){return n?e.filter(r=>!t.length||t.includes(r.mark)).filter(r=>n.every(([i])=>r[i]!==null)).map(r=>Object.fromEntries(n.map(([i,u])=>[
u,r[i]]))):e}function Z(e){let n=Object.keys(e[0]??{}),t=s=>N(s,Number.isInteger(s)?15:5),o=(s,r)=>typeof s=="number"&&!/year$/.test(r)?t(s):String(s??"");return a(
"table",{},a("thead",{},a("tr",{},...n.map(s=>a("th",{scope:"col"},s)))),a("tbody",{},...e.map(s=>a("tr",{},...n.map(r=>a("td",{"data-label":r},o(s[r],r)))))))}
function V(e,n){let t=a("details",{class:"plg-table"},a("summary",{},"The numbers as a table")),o=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-la\
bel":"Numbers"});t.append(o);let s=()=>t.open&&o.replaceChildren(Z(dt(n(),e.usermeta?.table)));return t.addEventListener("toggle",s),{details:t,fill:s}}var X=e=>/^share\b/.
test(e.unit),Y=e=>`${N(100*e,3)}%`;function pt(e,n,t,o){let s=P("control"),r=e.unit?` (${e.unit})`:"",i=a("label",{for:s,class:"plg-label",title:e.help},e.label);
r&&i.append(a("span",{class:"plg-unit"},r));let u=a("p",{class:"plg-note",role:"alert",id:`${s}-note`});if(e.kind==="choice"||e.kind==="flag"){let b=a("select",
{id:s,onchange:()=>n(b.selectedIndex),onfocus:o,onpointerenter:o}),x=e.kind==="flag"?["no","yes"]:e.positions;b.append(...x.map(y=>a("option",{},y)));let g=y=>b.
selectedIndex=e.positions.indexOf(y);return g(e.value),{row:a("div",{class:"plg-control"},i,b,u),show:g,note:u}}let h=e.positions.length-1,l=a("input",{type:"ra\
nge",id:s,min:0,max:h,step:1,oninput:()=>n(Number(l.value)),onfocus:o,onpointerenter:o}),d=a("input",{type:"number",step:"any",min:e.low,max:e.high,"aria-label":`${e.
label}${r}, exact value`,"aria-describedby":`${s}-note`,onchange:()=>t(d.value),onfocus:o}),c=a("span",{class:"plg-reading","aria-hidden":"true"}),p=b=>{l.value=
H(e.positions,b),d.value=b,c.textContent=X(e)?`= ${Y(b)}`:"",l.setAttribute("aria-valuetext",`${X(e)?Y(b):N(b)}${r}`)};return p(e.value),{row:a("div",{class:"pl\
g-control"},i,l,d,c,u),show:p,note:u}}function ut(e,n,t){let o=Object.fromEntries(t.controls.map(f=>[f.name,f.value])),s={...o},r=new Map,i=t.cell,u=0,h=null,l=null,
d=a("p",{class:"plg-sentence",role:"status"},i.sentence),c=a("dl",{class:"plg-headline"}),p=t.measures.map((f,m)=>{let k=a("dd",{},i.headline[m]);return c.append(
a("div",{},a("dt",{},f),k)),k}),b=a("div",{class:"plg-canvas","aria-hidden":"true"}),x=a("div",{class:"plg-chart",role:"img","aria-label":i.sentence},b),g=()=>({
...t.common,...i.columns}),y=V(t.spec,()=>R(g())),A=()=>{u=0,h?.swap("outcome",R(g())),d.textContent=i.sentence,x.setAttribute("aria-label",i.sentence),p.forEach(
(f,m)=>f.textContent=i.headline[m]),y.fill(),e.removeAttribute("aria-busy")},v=f=>{i=f,u||=requestAnimationFrame(A)},$=f=>JSON.stringify([f,{...o,[f]:null}]),E=f=>{
let m=$(f);if(r.has(m))return r.get(m);let k=new Map;r.set(m,k),r.size>16&&r.delete(r.keys().next().value);let O=C=>{C.forEach((j,I)=>k.set(I,j)),l?.key===m&&k.
has(l.index)&&v(k.get(l.index))};return n.positions(f,{...o},O,t).then(C=>{C?.refused&&(r.delete(m),S[f].note.textContent=C.refused)}),k},T=async f=>{l=null,e.setAttribute(
"aria-busy","true");let m={...o,...f},k=await n.exact(m,t);e.removeAttribute("aria-busy");let[O]=Object.keys(f);L(),S[O].note.textContent=k.refused??k.note??"",
k.refused||Object.assign(o,k.state??m);for(let C of t.controls)S[C.name].show(o[C.name]);k.cell&&v(k.cell)},S={},L=()=>Object.values(S).forEach(({note:f})=>f.textContent=
"");for(let f of t.controls){let{name:m,positions:k}=f,O=j=>{o[m]=k[j],S[m].show(o[m]),L();let I=$(m),_=E(m);l={key:I,index:j},_.has(j)?v(_.get(j)):e.setAttribute(
"aria-busy","true")},C=j=>j.trim()===""||Number.isNaN(Number(j))?(S[m].note.textContent=`${f.label}: give ${Q(f)}.`,S[m].show(o[m])):T({[m]:Number(j)});S[m]=pt(
f,O,C,()=>E(m))}let w=a("button",{type:"button",class:"plg-quiet",onclick:()=>T({...s})},"Start values");return e.append(a("div",{class:"plg-controls"},...t.controls.
map(f=>S[f.name].row)),c,x,d,a("div",{class:"plg-foot"},y.details,w)),J(n,b,t.spec,g()).then(f=>{h=f,i!==t.cell&&A()})}function D(e,n){return e.verdicts.find(t=>W[e.
form].fits(t,n))}var K=(e,n)=>JSON.stringify(e)===JSON.stringify(n),F=(e,n)=>e.low<=n&&n<=e.high,q=e=>e.cards.map(n=>n.pile),U=(e,n)=>W[e?.form]?.said(e,n)??String(
n),tt=(e,n,t)=>n.replaceAll("{given}",U(e,t)),ft=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;function M(e){let[,n,t,o]=e.match(ft)??[e,"",e,
""],s=r=>r?[a("span",{class:"plg-situation"},r)]:[];return[...s(n),n?` ${t}`:t,...o?[" ",...s(o)]:[]]}var W={choice:{fits:(e,n)=>e.option===n,said:(e,n)=>e.options[n],
draw(e,n){let t=n.order.map(s=>{let r=n.options[s],i=a("input",{type:"radio",name:e,value:s,id:`${e}-${s}`}),u=a("div",{class:"plg-option"},i,a("label",{for:i.id},
r));return{radio:i,row:u}}),o=a("legend",{id:e},...M(n.ask));return{body:[a("fieldset",{},o,...t.map(({row:s})=>s))],missing:"Choose one of the answers first.",
read(){let s=t.find(({radio:r})=>r.checked);return s&&Number(s.radio.value)},show(s){let r=t.find(({radio:i})=>Number(i.value)===s);r&&(r.radio.checked=!0)}}}},
number:{fits:F,said:(e,n)=>N(n),draw(e,n){let t=a("input",{type:"number",step:"any",id:`${e}-box`,"aria-describedby":`${e}-unit`}),o=a("span",{id:`${e}-unit`,class:"\
plg-unit"},n.unit);return{body:[a("label",{id:e,for:t.id,class:"plg-ask"},...M(n.ask)),a("div",{class:"plg-entry"},t,o)],missing:`Give ${Q(n)}.`,read(){let s=Number(
t.value);return t.value.trim()!==""&&F(n,s)?s:void 0},show:s=>t.value=s}}},ranking:{fits:(e,n)=>K(e.order,n),said:(e,n)=>n.map(t=>e.items[t]).join(", "),draw(e,n){
let t=n.items.map((l,d)=>d),o=!1,s=a("ol",{class:"plg-ranking","aria-labelledby":e}),r=(l,d)=>{o=!0,t.splice(d,0,...t.splice(l,1)),u();let c=s.children[d].querySelectorAll(
"button");(c[d<l?0:1].disabled?c[d<l?1:0]:c[d<l?0:1]).focus()},i=(l,d,c,p)=>{let b=l+d<0||l+d>=t.length,x=`${n.items[t[l]]}: ${p}`;return a("button",{type:"butt\
on",class:"plg-quiet",disabled:b,"aria-label":x,onclick:()=>r(l,l+d)},c)},u=()=>s.replaceChildren(...t.map((l,d)=>a("li",{},a("span",{},n.items[l]),i(d,-1,"↑",
"up"),i(d,1,"↓","down"))));u();let h=a("button",{type:"button",class:"plg-quiet",onclick:()=>o=!0},"I keep this order");return{body:[a("p",{id:e,class:"plg-as\
k"},...M(n.ask)),s,h],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>o?[...t]:void 0,show(l){t=[...l],o=!0,u()}}}},drawing:{fits:(e,n)=>F(
e,n.at(-1)),said:(e,n)=>N(n.at(-1),3),draw(e,n){let{at:t,top:o}=n,[s,r,i]=[240,62,34],u=560,h=t.map(()=>null),l=w=>r+(u-r-16)*(t[w]-t[0])/(t.at(-1)-t[0]),d=w=>14+
(s-i-14)*(1-w/o),c=document.createElementNS("http://www.w3.org/2000/svg","svg"),p=(w,f,m)=>{let k=document.createElementNS(c.namespaceURI,w);for(let[O,C]of Object.
entries(f))k.setAttribute(O,C);return m!==void 0&&(k.textContent=m),c.append(k),k};c.setAttribute("class","plg-drawing"),c.setAttribute("role","group"),c.setAttribute(
"aria-label",`${n.yTitle}, by ${n.xTitle}`);let b=[0,1,2,3,4].map(w=>{let f=d(o*w/4);return p("text",{x:r-8,y:f+4,"text-anchor":"end"},N(o*w/4,3)),p("line",{x1:r,
y1:f,y2:f,class:"plg-grid"})}),x=t.map(w=>p("text",{y:s-i+18,"text-anchor":"middle"},w)),g=p("text",{y:s-2,"text-anchor":"end"},n.xTitle),y=p("polyline",{class:"\
plg-line"}),A=t.map((w,f)=>{let m=p("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider"});return m.setAttribute("aria-label",`${n.yTitle} at ${n.xTitle} ${w}`),
m.setAttribute("aria-valuemin",0),m.setAttribute("aria-valuemax",o),m.addEventListener("keydown",k=>{let O={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,
PageDown:-10}[k.key];!O||m.getAttribute("aria-disabled")||(k.preventDefault(),E(f,(h[f]??h[f-1]??0)+O*o/100))}),m}),v=()=>{A.forEach((f,m)=>{f.setAttribute("cx",
l(m)),f.setAttribute("cy",d(h[m]??0)),f.classList.toggle("plg-unset",h[m]===null),f.setAttribute("aria-valuenow",h[m]??0),f.setAttribute("aria-valuetext",h[m]===
null?"not drawn yet":N(h[m],3))});let w=h.flatMap((f,m)=>f===null?[]:[`${l(m)},${d(f)}`]);y.setAttribute("points",w.join(" "))},$=()=>{u=Math.max(240,c.clientWidth||
u),c.setAttribute("viewBox",`0 0 ${u} ${s}`);for(let w of b)w.setAttribute("x2",u-16);x.forEach((w,f)=>w.setAttribute("x",l(f))),g.setAttribute("x",u-16),v()};new ResizeObserver(
$).observe(c);let E=(w,f)=>{h[w]=Math.min(o,Math.max(0,Number(f.toPrecision(4)))),v()},T=!1,S=w=>{if(!T||c.querySelector("[aria-disabled]"))return;let f=c.getBoundingClientRect(),
m=(w.clientX-f.left)/f.width*u,k=(w.clientY-f.top)/f.height*s,O=t.reduce((C,j,I)=>Math.abs(l(I)-m)<Math.abs(l(C)-m)?I:C,0);E(O,o*(1-(k-14)/(s-i-14)))};return c.
addEventListener("pointerdown",w=>{T=!0,c.setPointerCapture(w.pointerId),S(w)}),c.addEventListener("pointermove",S),c.addEventListener("pointerup",()=>T=!1),$(),
{body:[a("p",{id:e,class:"plg-ask"},...M(n.ask)),a("p",{class:"plg-unit"},"Draw with the mouse or a finger, or move each point with Tab and the arrow keys."),c],
missing:"Draw the whole line: every point counts.",read:()=>h.includes(null)?void 0:[...h],show(w){w.forEach((f,m)=>h[m]=f),v()},lock:()=>A.forEach(w=>w.setAttribute(
"aria-disabled","true"))}}},sorting:{fits:(e,n)=>!e.all||K(q(e),n),said(e,n){return`${q(e.verdicts[0]).filter((o,s)=>o===n[s]).length} of ${n.length}`},draw(e,n){
let t=n.cards.map((o,s)=>{let r=a("select",{id:`${e}-${s}`},a("option",{value:""},"…"));r.append(...n.piles.map((h,l)=>a("option",{value:l},h)));let i=a("p",{
class:"plg-reason"});return{card:a("li",{},a("label",{for:r.id},o),r,i),pile:r,reason:i}});return{body:[a("p",{id:e,class:"plg-ask"},...M(n.ask)),a("ol",{class:"\
plg-cards"},...t.map(({card:o})=>o))],missing:"Put every card on a pile first.",read:()=>t.some(({pile:o})=>o.value==="")?void 0:t.map(({pile:o})=>Number(o.value)),
show:o=>o.forEach((s,r)=>t[r].pile.value=s),tell(o,s){t.forEach(({reason:r},i)=>{let u=o.cards[i].pile===s[i];r.dataset.correct=u,r.textContent=`${u?"✓":"✗"}\
 ${o.cards[i].reason}`})}}}}};function ht(e,n,t){let o=P("question"),s=t.locks,r=a("div",{class:"plg-result",role:"status"}),i=a("p",{class:"plg-saved"}),u=a("b\
utton",{type:"submit"},s?"Commit":"Answer"),h=a("form",{class:`plg-question plg-form-${t.form}`,"aria-labelledby":o}),{body:l,missing:d,read:c,show:p,tell:b,lock:x}=W[t.
form].draw(o,t);(l.at(-1).classList?.contains("plg-entry")?l.at(-1):h).append(u),h.prepend(...l),h.append(r,i);let g=A=>{if(s){h.querySelectorAll("input, button\
, select").forEach($=>$.disabled=!0),x?.(),r.textContent="Committed. It is compared with the answer further down.";return}let v=D(t,A);r.replaceChildren(a("stro\
ng",{},v.correct?"✓ Right. ":"✗ Not this. "),tt(t,v.text,A)),b?.(v,A),r.dataset.correct=v.correct},y=e.kept(n,t.name);return y!==void 0&&(p(y),g(y)),h.addEventListener(
"submit",async A=>{A.preventDefault();let v=c();if(v===void 0){r.textContent=d;return}u.disabled=!0,i.textContent="Saving …";let $=await e.keep(n,t,v);if(u.disabled=
!1,i.textContent=$.refused??$.saved,i.dataset.refused=!!$.refused,$.refused&&s)return;let E=$.value??v,T=K(E,v);if(T||p(E),g(E),!$.refused){let S=s?void 0:D(t,E).
correct,L={lesson:n.lesson,question:t.name,value:E,said:U(t,E),correct:S,kept:T};document.dispatchEvent(new CustomEvent(B,{detail:L}))}}),h}function mt(e,n,t){let o=t.
questions.length>1;for(let[s,r]of t.questions.entries()){let i=ht(n,t,r);o&&i.prepend(a("p",{class:"plg-count"},`Question ${s+1} of ${t.questions.length}`)),e.append(
i),e.append(...et(t,r))}}function et(e,n){if(!n.solution)return[];let t=e.edition==="instructor";return[a("details",{class:"plg-solution",open:t},a("summary",{},
"The answer"),n.solution)]}function bt(e,n,t){let o=a("p",{class:"plg-saved",role:"status"}),s=a("button",{type:"submit"},"Finish"),r=a("form"),i=t.questions.map(
(c,p)=>{let{body:b,read:x,show:g}=W[c.form].draw(P("question"),c),y=a("div",{class:"plg-result"}),A=a("p",{class:"plg-count"},`Question ${p+1} of ${t.questions.
length}`),v=a("div",{class:"plg-question"},A,...b,y);v.addEventListener("change",()=>l({...c,verdicts:void 0},x()));let $=n.kept(t,c.name);return $!==void 0&&g(
$),{place:v,question:c,read:x,result:y}}),u=()=>i.flatMap(({read:c},p)=>c()===void 0?[p+1]:[]),h=c=>o.textContent=`${t.questions.length-u().length} of ${i.length}\
 answered. ${c}`,l=async(c,p)=>{s.textContent="Finish";let b=await n.keep(t,c,p);if(o.dataset.refused=!!b.refused,h(b.refused??b.saved),b.refused)return!1;let x={
lesson:t.lesson,question:c.name,value:p,said:U(c,p)};return document.dispatchEvent(new CustomEvent(B,{detail:x})),!0},d=()=>{if(r.querySelectorAll("input, butto\
n").forEach(p=>p.disabled=!0),s.remove(),!t.questions[0].verdicts)return h("Finished. What was right is told after the course, when you know more.");let c=0;for(let{
question:p,read:b,result:x}of i){let g=b(),y=g===void 0?void 0:D(p,g),A=p.verdicts.find(({correct:E})=>E),v=a("p",{},a("em",{},"Right: "),p.options[A.option]," ",
A.text),$=y?y.correct?"✓ Right. ":"✗ Not this. ":"Not answered.";x.replaceChildren(a("strong",{},$),y?.text??"",...y?.correct?[]:[v]),x.dataset.correct=!!y?.
correct,c+=!!y?.correct}h(`Finished: ${c} of ${i.length} right. Each question now says why.`)};r.addEventListener("submit",async c=>{c.preventDefault();let p=u();
if(p.length&&s.textContent==="Finish")return s.textContent="Finish all the same",h(`Still open: ${p.join(", ")}.`);await l({name:t.end,kind:"note"},i.length-p.length)&&
d()}),r.append(...i.flatMap(({place:c,question:p})=>[c,...et(t,p)]),s,o),e.append(r),n.kept(t,t.end)===void 0?h(""):d()}function gt(e,n,t){let o=a("p",{class:"p\
lg-waiting"},t.waiting);e.append(o);let s=!1,r=async u=>{if(s)return;s=!0;let h=u===void 0?null:D(t.asked,u),l=h?tt(t.asked,h.text,u):t.truth,d=a("div",{class:"\
plg-canvas","aria-hidden":"true"}),c=a("div",{class:"plg-chart",role:"img","aria-label":`${t.description} ${l}`},d),p=V(t.spec,()=>R(t.columns));e.replaceChildren(
a("p",{class:"plg-sentence",role:"status"},l),c,a("div",{class:"plg-foot"},p.details));let b=await J(n,d,t.spec,t.columns),g=u!==void 0&&{number:()=>[{prediction:u}],
drawing:()=>u.map((y,A)=>({x:t.asked.at[A],prediction:y}))}[t.asked.form]?.();g&&b.swap("prediction",g)};document.addEventListener(B,({detail:u})=>{u.lesson===t.
lesson&&u.question===t.asked.name&&r(u.value)});let i=n.kept(t,t.asked.name);if(i!==void 0)return r(i);if(t.skippable){let u=()=>r(void 0);o.append(" ",a("butto\
n",{type:"button",class:"plg-quiet",onclick:u},"Show it without"))}}var nt=e=>e.slice(0,16).replace("T"," ");function st(e,n,t,o,s){return[n,e.labels[t]??t,o,s===
void 0?"":s?"yes":"no"]}function wt(e,n,t){let o=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),s=a("p",{class:"plg-note",role:"\
alert"}),i=a("button",{type:"button",class:"plg-quiet",onclick:async()=>{let l=await n.journal();if(s.textContent=l.refused??"",l.refused)return;let d=URL.createObjectURL(
new Blob([l.text],{type:"application/jsonl"}));a("a",{href:d,download:t.file}).click(),setTimeout(()=>URL.revokeObjectURL(d),15e3)}},"Download my answers"),u=[...n.
rows(t)],h=()=>{let l=t.columns,d=u.map(c=>Object.fromEntries(l.map((p,b)=>[p,c[b]])));o.replaceChildren(u.length?Z(d):"No answer yet.")};document.addEventListener(
B,({detail:l})=>{l.lesson!==t.lesson||l.kept===!1||(u.push(st(t,nt(new Date().toISOString()),l.question,l.said,l.correct)),h())}),h(),e.append(o,a("p",{},i),s);
for(let l of t.unreadable)e.append(a("p",{class:"plg-note"},l))}function yt(e,n,t){let o=P("notes"),s=a("textarea",{id:o,rows:4,maxlength:t.longest});s.value=n.
kept(t,"notes")??t.notes;let r=a("p",{class:"plg-saved",role:"status"}),i=a("p",{}),u=async()=>{r.textContent="Saving …";let h=await n.takeHome(t,s.value);r.textContent=
h.refused??h.saved,r.dataset.refused=!!h.refused,i.replaceChildren(...(h.files??[]).flatMap(([l,d])=>{let c=URL.createObjectURL(new Blob([z(d)]));return[a("a",{
class:"plg-download",href:c,download:l},`Download ${l}`)," "]}))};e.append(a("label",{for:o,class:"plg-ask"},"My notes"),s,a("p",{},a("button",{type:"button",onclick:u},
"Save my page")),r,i)}function kt(e,n,t){let o=a("div",{class:"plg-canvas","aria-hidden":"true"});if(e.append(a("div",{class:"plg-chart",role:"img","aria-label":t.
title},o)),t.spec.usermeta?.table){let[s]=Object.values(t.spec.datasets);e.append(a("div",{class:"plg-foot"},V(t.spec,()=>s).details))}return J(n,o,t.spec,t.columns)}
var xt={explorer:ut,questions:mt,paper:bt,reveal:gt,answers:wt,takehome:yt,chart:kt},ot=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&e.key==="Enter");function vt(){
let e=n=>{let{target:t}=n;t.closest?.(".plg")&&t.toggleAttribute("data-lm-suppress-shortcuts",ot(n))};return addEventListener("keydown",e,!0),e}function $t(e,n,t){
let o=a("div",{class:`plg plg-${t.kind}`,role:"group","aria-label":t.title});return globalThis.plgkitKeys??=vt(),o.addEventListener("keydown",s=>ot(s)&&s.stopPropagation()),
e.append(o),xt[t.kind](o,n,t)}async function At(e){let{type:n,textContent:t}=e.querySelector("script");return n==="application/json"?JSON.parse(t):G(z(t)).json()}
async function at(e=document.body){let n=new Map,t=ct(e,n);t.vega();let o=[...e.querySelectorAll(".plg-part")],s=await Promise.all(o.map(At));for(let{questions:r}of s)
for(let i of r??[])n.set(i.name,i);o.forEach((r,i)=>$t(r,t,{...s[i],skippable:!0})),addEventListener("scrollend",()=>history.replaceState({top:scrollY},"")),history.
state?scrollTo({top:history.state.top,behavior:"instant"}):location.hash&&document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView({behavior:"\
instant"})}at();})();
