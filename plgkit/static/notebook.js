var P="plgkit:answered";function a(e,n={},...t){let s=document.createElement(e);for(let[o,r]of Object.entries(n))o.startsWith("on")?s.addEventListener(o.slice(2),r):r!==void 0&&r!==!1&&
s.setAttribute(o,r===!0?"":r);return s.append(...t),s}function N(e,n=10){let[t,...s]=String(Number(e.toPrecision(n))).split(".");return[t.replace(/\B(?=(\d{3})+$)/g,
","),...s].join(".")}var Y=({low:e,high:n})=>`a number between ${N(e)} and ${N(n)}`,D=e=>`plg-${e}-${globalThis.plgkitIds=(globalThis.plgkitIds??0)+1}`;function et(e){
let n=atob(e),t=new Uint8Array(n.length);for(let s=0;s<n.length;s++)t[s]=n.charCodeAt(s);return t}var nt=e=>new Response(new Blob([e]).stream().pipeThrough(new DecompressionStream(
"gzip")));async function st(e){let n=new Blob([await nt(e).arrayBuffer()],{type:"text/javascript"});return(await import(URL.createObjectURL(n))).default}function ot(e){
let n=new Map;e.on("msg:custom",s=>{let o=n.get(s.id);o&&(o.heard(s),s.done&&n.delete(s.id))});let t=(s,o)=>new Promise(r=>{let c=D("ask"),l=()=>r({refused:"The\
 kernel does not answer. Run all cells again to wake it."}),u=setTimeout(l,15e3),i={};n.set(c,{heard:h=>{clearTimeout(u),o?.(h),Object.assign(i,h),h.done&&r(i)}});
try{e.send({...s,id:c})}catch{l()}});return{vega(){return globalThis.plgkitVega??=e.widget_manager.get_model(e.get("library")).then(s=>st(s.get("gzip"))),globalThis.
plgkitVega},positions:(s,o,r)=>t({want:"positions",control:s,state:o},c=>r(new Map(c.cells??[]))),exact:s=>t({want:"exact",state:s}),keep:(s,o,r)=>t({want:"keep",
question:o.name,value:r}),takeHome:(s,o)=>t({want:"take home",notes:o}),kept:(s,o)=>s.answers?.[o],rows:s=>s.rows,journal:()=>t({want:"journal"})}}function at(e,n){return typeof n!="number"?e.indexOf(n):e.reduce((t,s,o)=>Math.abs(s-n)<Math.abs(e[t]-n)?o:t,0)}var R=e=>{let n=Object.keys(e);return(e[n[0]]??[]).
map((t,s)=>Object.fromEntries(n.map(o=>[o,e[o][s]])))},rt=()=>new Promise(e=>{requestAnimationFrame(()=>setTimeout(e)),setTimeout(e,100)});function H(e,n,t,s){n.
style.minHeight=`${t.height+65}px`;let o=(globalThis.plgkitDrawing??Promise.resolve()).then(()=>ct(e,n,t,s)),r=()=>(n.style.minHeight="",rt());return globalThis.
plgkitDrawing=o.then(r,r),o}async function ct(e,n,t,s){let o=await e.vega(),r={...t,$schema:"https://vega.github.io/schema/vega-lite/v6.json",datasets:{outcome:R(
s),...t.datasets},autosize:{type:"fit-x",contains:"padding"},width:Math.max(280,n.clientWidth||640),config:{...t.config,aria:!1}},{view:c}=await o(n,r,{actions:!1,
renderer:"svg",ast:!1,mode:"vega-lite"}),l=r.width;return new ResizeObserver(()=>{let u=Math.max(280,n.clientWidth);n.clientWidth&&Math.abs(u-l)>1&&c.width(l=u).
runAsync()}).observe(n),{swap:(u,i)=>c.data(u,i).runAsync()}}function it(e,{headings:n,marks:t=[]}={}){return n?e.filter(r=>!t.length||t.includes(r.mark)).filter(
r=>n.every(([c])=>r[c]!==null)).map(r=>Object.fromEntries(n.map(([c,l])=>[l,r[c]]))):e}function q(e){let n=Object.keys(e[0]??{}),t=o=>N(o,Number.isInteger(o)?15:
5),s=(o,r)=>typeof o=="number"&&!/year$/.test(r)?t(o):String(o??"");return a("table",{},a("thead",{},a("tr",{},...n.map(o=>a("th",{scope:"col"},o)))),a("tbody",
{},...e.map(o=>a("tr",{},...n.map(r=>a("td",{"data-label":r},s(o[r],r)))))))}function K(e,n){let t=a("details",{class:"plg-table"},a("summary",{},"The numbers a\
s a table")),s=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Numbers"});t.append(s);let o=()=>t.open&&s.replaceChildren(q(it(n(),e.usermeta?.
table)));return t.addEventListener("toggle",o),{details:t,fill:o}}var V=e=>/^share\b/.test(e.unit),_=e=>`${N(100*e,3)}%`;function lt(e,n,t,s){let o=D("control"),
r=e.unit?` (${e.unit})`:"",c=a("label",{for:o,class:"plg-label",title:e.help},e.label);r&&c.append(a("span",{class:"plg-unit"},r));let l=a("p",{class:"plg-note",
role:"alert",id:`${o}-note`});if(e.kind==="choice"||e.kind==="flag"){let b=a("select",{id:o,onchange:()=>n(b.selectedIndex),onfocus:s,onpointerenter:s}),v=e.kind===
"flag"?["no","yes"]:e.positions;b.append(...v.map(y=>a("option",{},y)));let x=y=>b.selectedIndex=e.positions.indexOf(y);return x(e.value),{row:a("div",{class:"p\
lg-control"},c,b,l),show:x,note:l}}let u=e.positions.length-1,i=a("input",{type:"range",id:o,min:0,max:u,step:1,oninput:()=>n(Number(i.value)),onfocus:s,onpointerenter:s}),
h=a("input",{type:"number",step:"any",min:e.low,max:e.high,"aria-label":`${e.label}${r}, exact value`,"aria-describedby":`${o}-note`,onchange:()=>t(h.value),onfocus:s}),
p=a("span",{class:"plg-reading","aria-hidden":"true"}),m=b=>{i.value=at(e.positions,b),h.value=b,p.textContent=V(e)?`= ${_(b)}`:"",i.setAttribute("aria-valuetex\
t",`${V(e)?_(b):N(b)}${r}`)};return m(e.value),{row:a("div",{class:"plg-control"},c,i,h,p,l),show:m,note:l}}function dt(e,n,t){let s=Object.fromEntries(t.controls.
map(d=>[d.name,d.value])),o={...s},r=new Map,c=t.cell,l=0,u=null,i=null,h=a("p",{class:"plg-sentence",role:"status"},c.sentence),p=a("dl",{class:"plg-headline"}),
m=t.measures.map((d,f)=>{let g=a("dd",{},c.headline[f]);return p.append(a("div",{},a("dt",{},d),g)),g}),b=a("div",{class:"plg-canvas","aria-hidden":"true"}),v=a(
"div",{class:"plg-chart",role:"img","aria-label":c.sentence},b),x=()=>({...t.common,...c.columns}),y=K(t.spec,()=>R(x())),A=()=>{l=0,u?.swap("outcome",R(x())),h.
textContent=c.sentence,v.setAttribute("aria-label",c.sentence),m.forEach((d,f)=>d.textContent=c.headline[f]),y.fill(),e.removeAttribute("aria-busy")},k=d=>{c=d,
l||=requestAnimationFrame(A)},$=d=>JSON.stringify([d,{...s,[d]:null}]),E=d=>{let f=$(d);if(r.has(f))return r.get(f);let g=new Map;r.set(f,g),r.size>16&&r.delete(
r.keys().next().value);let O=C=>{C.forEach((j,I)=>g.set(I,j)),i?.key===f&&g.has(i.index)&&k(g.get(i.index))};return n.positions(d,{...s},O,t).then(C=>{C?.refused&&
(r.delete(f),S[d].note.textContent=C.refused)}),g},T=async d=>{i=null,e.setAttribute("aria-busy","true");let f={...s,...d},g=await n.exact(f,t);e.removeAttribute(
"aria-busy");let[O]=Object.keys(d);L(),S[O].note.textContent=g.refused??g.note??"",g.refused||Object.assign(s,g.state??f);for(let C of t.controls)S[C.name].show(
s[C.name]);g.cell&&k(g.cell)},S={},L=()=>Object.values(S).forEach(({note:d})=>d.textContent="");for(let d of t.controls){let{name:f,positions:g}=d,O=j=>{s[f]=g[j],
S[f].show(s[f]),L();let I=$(f),J=E(f);i={key:I,index:j},J.has(j)?k(J.get(j)):e.setAttribute("aria-busy","true")},C=j=>j.trim()===""||Number.isNaN(Number(j))?(S[f].
note.textContent=`${d.label}: give ${Y(d)}.`,S[f].show(s[f])):T({[f]:Number(j)});S[f]=lt(d,O,C,()=>E(f))}let w=a("button",{type:"button",class:"plg-quiet",onclick:()=>T(
{...o})},"Start values");return e.append(a("div",{class:"plg-controls"},...t.controls.map(d=>S[d.name].row)),p,v,h,a("div",{class:"plg-foot"},y.details,w)),H(n,
b,t.spec,x()).then(d=>{u=d,c!==t.cell&&A()})}function B(e,n){return e.verdicts.find(t=>U[e.form].fits(t,n))}var F=(e,n)=>JSON.stringify(e)===JSON.stringify(n),W=(e,n)=>e.
low<=n&&n<=e.high,X=e=>e.cards.map(n=>n.pile),z=(e,n)=>U[e?.form]?.said(e,n)??String(n),Q=(e,n,t)=>n.replaceAll("{given}",z(e,t)),pt=/^(?:(.*?[.!?)”])\s+)?((?:[^.!?]|\.(?=\d))*\?)(?:\s+(.*))?$/s;
function M(e){let[,n,t,s]=e.match(pt)??[e,"",e,""],o=r=>r?[a("span",{class:"plg-situation"},r)]:[];return[...o(n),n?` ${t}`:t,...s?[" ",...o(s)]:[]]}var U={choice:{
fits:(e,n)=>e.option===n,said:(e,n)=>e.options[n],draw(e,n){let t=n.order.map(o=>{let r=n.options[o],c=a("input",{type:"radio",name:e,value:o,id:`${e}-${o}`}),l=a(
"div",{class:"plg-option"},c,a("label",{for:c.id},r));return{radio:c,row:l}}),s=a("legend",{id:e},...M(n.ask));return{body:[a("fieldset",{},s,...t.map(({row:o})=>o))],
missing:"Choose one of the answers first.",read(){let o=t.find(({radio:r})=>r.checked);return o&&Number(o.radio.value)},show(o){let r=t.find(({radio:c})=>Number(
c.value)===o);r&&(r.radio.checked=!0)}}}},number:{fits:W,said:(e,n)=>N(n),draw(e,n){let t=a("input",{type:"number",step:"any",id:`${e}-box`,"aria-describedby":`${e}\
-unit`}),s=a("span",{id:`${e}-unit`,class:"plg-unit"},n.unit);return{body:[a("label",{id:e,for:t.id,class:"plg-ask"},...M(n.ask)),a("div",{class:"plg-entry"},t,
s)],missing:`Give ${Y(n)}.`,read(){let o=Number(t.value);return t.value.trim()!==""&&W(n,o)?o:void 0},show:o=>t.value=o}}},ranking:{fits:(e,n)=>F(e.order,n),said:(e,n)=>n.
map(t=>e.items[t]).join(", "),draw(e,n){let t=n.items.map((i,h)=>h),s=!1,o=a("ol",{class:"plg-ranking","aria-labelledby":e}),r=(i,h)=>{s=!0,t.splice(h,0,...t.splice(
i,1)),l();let p=o.children[h].querySelectorAll("button");(p[h<i?0:1].disabled?p[h<i?1:0]:p[h<i?0:1]).focus()},c=(i,h,p,m)=>{let b=i+h<0||i+h>=t.length,v=`${n.items[t[i]]}\
: ${m}`;return a("button",{type:"button",class:"plg-quiet",disabled:b,"aria-label":v,onclick:()=>r(i,i+h)},p)},l=()=>o.replaceChildren(...t.map((i,h)=>a("li",{},
a("span",{},n.items[i]),c(h,-1,"↑","up"),c(h,1,"↓","down"))));l();let u=a("button",{type:"button",class:"plg-quiet",onclick:()=>s=!0},"I keep this order");return{
body:[a("p",{id:e,class:"plg-ask"},...M(n.ask)),o,u],missing:"Move the items with the arrows, or keep this order on purpose.",read:()=>s?[...t]:void 0,show(i){t=
[...i],s=!0,l()}}}},drawing:{fits:(e,n)=>W(e,n.at(-1)),said:(e,n)=>N(n.at(-1),3),draw(e,n){let{at:t,top:s}=n,[o,r,c]=[240,62,34],l=560,u=t.map(()=>null),i=w=>r+
(l-r-16)*(t[w]-t[0])/(t.at(-1)-t[0]),h=w=>14+(o-c-14)*(1-w/s),p=document.createElementNS("http://www.w3.org/2000/svg","svg"),m=(w,d,f)=>{let g=document.createElementNS(
p.namespaceURI,w);for(let[O,C]of Object.entries(d))g.setAttribute(O,C);return f!==void 0&&(g.textContent=f),p.append(g),g};p.setAttribute("class","plg-drawing"),
p.setAttribute("role","group"),p.setAttribute("aria-label",`${n.yTitle}, by ${n.xTitle}`);let b=[0,1,2,3,4].map(w=>{let d=h(s*w/4);return m("text",{x:r-8,y:d+4,
"text-anchor":"end"},N(s*w/4,3)),m("line",{x1:r,y1:d,y2:d,class:"plg-grid"})}),v=t.map(w=>m("text",{y:o-c+18,"text-anchor":"middle"},w)),x=m("text",{y:o-2,"text\
-anchor":"end"},n.xTitle),y=m("polyline",{class:"plg-line"}),A=t.map((w,d)=>{let f=m("circle",{r:9,class:"plg-knot",tabindex:0,role:"slider"});return f.setAttribute(
"aria-label",`${n.yTitle} at ${n.xTitle} ${w}`),f.setAttribute("aria-valuemin",0),f.setAttribute("aria-valuemax",s),f.addEventListener("keydown",g=>{let O={ArrowUp:1,
ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10}[g.key];!O||f.getAttribute("aria-disabled")||(g.preventDefault(),E(d,(u[d]??u[d-1]??0)+O*s/100))}),
f}),k=()=>{A.forEach((d,f)=>{d.setAttribute("cx",i(f)),d.setAttribute("cy",h(u[f]??0)),d.classList.toggle("plg-unset",u[f]===null),d.setAttribute("aria-valuenow",
u[f]??0),d.setAttribute("aria-valuetext",u[f]===null?"not drawn yet":N(u[f],3))});let w=u.flatMap((d,f)=>d===null?[]:[`${i(f)},${h(d)}`]);y.setAttribute("points",
w.join(" "))},$=()=>{l=Math.max(240,p.clientWidth||l),p.setAttribute("viewBox",`0 0 ${l} ${o}`);for(let w of b)w.setAttribute("x2",l-16);v.forEach((w,d)=>w.setAttribute(
"x",i(d))),x.setAttribute("x",l-16),k()};new ResizeObserver($).observe(p);let E=(w,d)=>{u[w]=Math.min(s,Math.max(0,Number(d.toPrecision(4)))),k()},T=!1,S=w=>{if(!T||
p.querySelector("[aria-disabled]"))return;let d=p.getBoundingClientRect(),f=(w.clientX-d.left)/d.width*l,g=(w.clientY-d.top)/d.height*o,O=t.reduce((C,j,I)=>Math.
abs(i(I)-f)<Math.abs(i(C)-f)?I:C,0);E(O,s*(1-(g-14)/(o-c-14)))};return p.addEventListener("pointerdown",w=>{T=!0,p.setPointerCapture(w.pointerId),S(w)}),p.addEventListener(
"pointermove",S),p.addEventListener("pointerup",()=>T=!1),$(),{body:[a("p",{id:e,class:"plg-ask"},...M(n.ask)),a("p",{class:"plg-unit"},"Draw with the mouse or \
a finger, or move each point with Tab and the arrow keys."),p],missing:"Draw the whole line: every point counts.",read:()=>u.includes(null)?void 0:[...u],show(w){
w.forEach((d,f)=>u[f]=d),k()},lock:()=>A.forEach(w=>w.setAttribute("aria-disabled","true"))}}},sorting:{fits:(e,n)=>!e.all||F(X(e),n),said(e,n){return`${X(e.verdicts[0]).
filter((s,o)=>s===n[o]).length} of ${n.length}`},draw(e,n){let t=n.cards.map((s,o)=>{let r=a("select",{id:`${e}-${o}`},a("option",{value:""},"…"));r.append(...n.
piles.map((u,i)=>a("option",{value:i},u)));let c=a("p",{class:"plg-reason"});return{card:a("li",{},a("label",{for:r.id},s),r,c),pile:r,reason:c}});return{body:[
a("p",{id:e,class:"plg-ask"},...M(n.ask)),a("ol",{class:"plg-cards"},...t.map(({card:s})=>s))],missing:"Put every card on a pile first.",read:()=>t.some(({pile:s})=>s.
value==="")?void 0:t.map(({pile:s})=>Number(s.value)),show:s=>s.forEach((o,r)=>t[r].pile.value=o),tell(s,o){t.forEach(({reason:r},c)=>{let l=s.cards[c].pile===o[c];
r.dataset.correct=l,r.textContent=`${l?"✓":"✗"} ${s.cards[c].reason}`})}}}}};function ut(e,n,t){let s=D("question"),o=t.locks,r=a("div",{class:"plg-result",
role:"status"}),c=a("p",{class:"plg-saved"}),l=a("button",{type:"submit"},o?"Commit":"Answer"),u=a("form",{class:`plg-question plg-form-${t.form}`,"aria-labelle\
dby":s}),{body:i,missing:h,read:p,show:m,tell:b,lock:v}=U[t.form].draw(s,t);(i.at(-1).classList?.contains("plg-entry")?i.at(-1):u).append(l),u.prepend(...i),u.append(
r,c);let x=A=>{if(o){u.querySelectorAll("input, button, select").forEach($=>$.disabled=!0),v?.(),r.textContent="Committed. It is compared with the answer furthe\
r down.";return}let k=B(t,A);r.replaceChildren(a("strong",{},k.correct?"✓ Right. ":"✗ Not this. "),Q(t,k.text,A)),b?.(k,A),r.dataset.correct=k.correct},y=e.
kept(n,t.name);return y!==void 0&&(m(y),x(y)),u.addEventListener("submit",async A=>{A.preventDefault();let k=p();if(k===void 0){r.textContent=h;return}l.disabled=
!0,c.textContent="Saving …";let $=await e.keep(n,t,k);if(l.disabled=!1,c.textContent=$.refused??$.saved,c.dataset.refused=!!$.refused,$.refused&&o)return;let E=$.
value??k,T=F(E,k);if(T||m(E),x(E),!$.refused){let S=o?void 0:B(t,E).correct,L={lesson:n.lesson,question:t.name,value:E,said:z(t,E),correct:S,kept:T};document.dispatchEvent(
new CustomEvent(P,{detail:L}))}}),u}function ft(e,n,t){let s=t.questions.length>1;for(let[o,r]of t.questions.entries()){let c=ut(n,t,r);s&&c.prepend(a("p",{class:"\
plg-count"},`Question ${o+1} of ${t.questions.length}`)),e.append(c),e.append(...G(t,r))}}function G(e,n){if(!n.solution)return[];let t=e.edition==="instructor";
return[a("details",{class:"plg-solution",open:t},a("summary",{},"The answer"),n.solution)]}function ht(e,n,t){let s=a("p",{class:"plg-saved",role:"status"}),o=a(
"button",{type:"submit"},"Finish"),r=a("form"),c=t.questions.map((p,m)=>{let{body:b,read:v,show:x}=U[p.form].draw(D("question"),p),y=a("div",{class:"plg-result"}),
A=a("p",{class:"plg-count"},`Question ${m+1} of ${t.questions.length}`),k=a("div",{class:"plg-question"},A,...b,y);k.addEventListener("change",()=>i({...p,verdicts:void 0},
v()));let $=n.kept(t,p.name);return $!==void 0&&x($),{place:k,question:p,read:v,result:y}}),l=()=>c.flatMap(({read:p},m)=>p()===void 0?[m+1]:[]),u=p=>s.textContent=
`${t.questions.length-l().length} of ${c.length} answered. ${p}`,i=async(p,m)=>{o.textContent="Finish";let b=await n.keep(t,p,m);if(s.dataset.refused=!!b.refused,
u(b.refused??b.saved),b.refused)return!1;let v={lesson:t.lesson,question:p.name,value:m,said:z(p,m)};return document.dispatchEvent(new CustomEvent(P,{detail:v})),
!0},h=()=>{if(r.querySelectorAll("input, button").forEach(m=>m.disabled=!0),o.remove(),!t.questions[0].verdicts)return u("Finished. What was right is told after\
 the course, when you know more.");let p=0;for(let{question:m,read:b,result:v}of c){let x=b(),y=x===void 0?void 0:B(m,x),A=m.verdicts.find(({correct:E})=>E),k=a(
"p",{},a("em",{},"Right: "),m.options[A.option]," ",A.text),$=y?y.correct?"✓ Right. ":"✗ Not this. ":"Not answered.";v.replaceChildren(a("strong",{},$),y?.text??
"",...y?.correct?[]:[k]),v.dataset.correct=!!y?.correct,p+=!!y?.correct}u(`Finished: ${p} of ${c.length} right. Each question now says why.`)};r.addEventListener(
"submit",async p=>{p.preventDefault();let m=l();if(m.length&&o.textContent==="Finish")return o.textContent="Finish all the same",u(`Still open: ${m.join(", ")}.`);
await i({name:t.end,kind:"note"},c.length-m.length)&&h()}),r.append(...c.flatMap(({place:p,question:m})=>[p,...G(t,m)]),o,s),e.append(r),n.kept(t,t.end)===void 0?
u(""):h()}function mt(e,n,t){let s=a("p",{class:"plg-waiting"},t.waiting);e.append(s);let o=!1,r=async l=>{if(o)return;o=!0;let u=l===void 0?null:B(t.asked,l),i=u?
Q(t.asked,u.text,l):t.truth,h=a("div",{class:"plg-canvas","aria-hidden":"true"}),p=a("div",{class:"plg-chart",role:"img","aria-label":`${t.description} ${i}`},h),
m=K(t.spec,()=>R(t.columns));e.replaceChildren(a("p",{class:"plg-sentence",role:"status"},i),p,a("div",{class:"plg-foot"},m.details));let b=await H(n,h,t.spec,t.
columns),x=l!==void 0&&{number:()=>[{prediction:l}],drawing:()=>l.map((y,A)=>({x:t.asked.at[A],prediction:y}))}[t.asked.form]?.();x&&b.swap("prediction",x)};document.
addEventListener(P,({detail:l})=>{l.lesson===t.lesson&&l.question===t.asked.name&&r(l.value)});let c=n.kept(t,t.asked.name);if(c!==void 0)return r(c);if(t.skippable){
let l=()=>r(void 0);s.append(" ",a("button",{type:"button",class:"plg-quiet",onclick:l},"Show it without"))}}var bt=e=>e.slice(0,16).replace("T"," ");function wt(e,n,t,s,o){
return[n,e.labels[t]??t,s,o===void 0?"":o?"yes":"no"]}function gt(e,n,t){let s=a("div",{class:"plg-scroll",tabindex:"0",role:"group","aria-label":"Your answers"}),
o=a("p",{class:"plg-note",role:"alert"}),c=a("button",{type:"button",class:"plg-quiet",onclick:async()=>{let i=await n.journal();if(o.textContent=i.refused??"",
i.refused)return;let h=URL.createObjectURL(new Blob([i.text],{type:"application/jsonl"}));a("a",{href:h,download:t.file}).click(),setTimeout(()=>URL.revokeObjectURL(
h),15e3)}},"Download my answers"),l=[...n.rows(t)],u=()=>{let i=t.columns,h=l.map(p=>Object.fromEntries(i.map((m,b)=>[m,p[b]])));s.replaceChildren(l.length?q(h):
"No answer yet.")};document.addEventListener(P,({detail:i})=>{i.lesson!==t.lesson||i.kept===!1||(l.push(wt(t,bt(new Date().toISOString()),i.question,i.said,i.correct)),
u())}),u(),e.append(s,a("p",{},c),o);for(let i of t.unreadable)e.append(a("p",{class:"plg-note"},i))}function yt(e,n,t){let s=D("notes"),o=a("textarea",{id:s,rows:4,
maxlength:t.longest});o.value=n.kept(t,"notes")??t.notes;let r=a("p",{class:"plg-saved",role:"status"}),c=a("p",{}),l=async()=>{r.textContent="Saving …";let u=await n.
takeHome(t,o.value);r.textContent=u.refused??u.saved,r.dataset.refused=!!u.refused,c.replaceChildren(...(u.files??[]).flatMap(([i,h])=>{let p=URL.createObjectURL(
new Blob([et(h)]));return[a("a",{class:"plg-download",href:p,download:i},`Download ${i}`)," "]}))};e.append(a("label",{for:s,class:"plg-ask"},"My notes"),o,a("p",
{},a("button",{type:"button",onclick:l},"Save my page")),r,c)}function kt(e,n,t){let s=a("div",{class:"plg-canvas","aria-hidden":"true"});if(e.append(a("div",{class:"\
plg-chart",role:"img","aria-label":t.title},s)),t.spec.usermeta?.table){let[o]=Object.values(t.spec.datasets);e.append(a("div",{class:"plg-foot"},K(t.spec,()=>o).
details))}return H(n,s,t.spec,t.columns)}var xt={explorer:dt,questions:ft,paper:ht,reveal:mt,answers:gt,takehome:yt,chart:kt},Z=e=>!e.ctrlKey&&!e.metaKey&&!(e.shiftKey&&
e.key==="Enter");function vt(){let e=n=>{let{target:t}=n;t.closest?.(".plg")&&t.toggleAttribute("data-lm-suppress-shortcuts",Z(n))};return addEventListener("key\
down",e,!0),e}function $t(e,n,t){let s=a("div",{class:`plg plg-${t.kind}`,role:"group","aria-label":t.title});return globalThis.plgkitKeys??=vt(),s.addEventListener(
"keydown",o=>Z(o)&&o.stopPropagation()),e.append(s),xt[t.kind](s,n,t)}function tt({model:e,el:n}){$t(n,ot(e),e.get("given"))}var St={render:tt};export{St as default};
