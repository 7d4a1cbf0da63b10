(()=>{(()=>{let i=document.querySelector(".site-search"),l=i.querySelector("input"),u=i.querySelector(".site-found"),k=u.querySelector("p"),y=u.querySelector("ol"),$=null;
function w(){return $??=new Promise((e,o)=>{let n=document.createElement("script");n.src="search.js",n.onload=()=>e(globalThis.plgkitSections),n.onerror=o,document.
head.append(n)}),$}let m=e=>e.normalize("NFD").replace(/\p{M}/gu,"").toLowerCase(),E=e=>m(e).match(/[\p{L}\p{N}_]+/gu)??[],g=(e,o)=>e.search(new RegExp(`(?<![\\p\
{L}\\p{N}])${o}`,"u"));function x({page:e,file:o,heading:n,text:r},a){let t=m(`${e} ${n}`),c=m(r),s=0;for(let h of a){let v=g(t,h)>=0,S=g(c,h)>=0;if(!v&&!S)return 0;
s+=(v?5:0)+(S?1:0)}let d=a.join(" "),f=h=>a.length>1&&` ${E(h).join(" ")}`.includes(` ${d}`);return s+=(f(t)?10:0)+(f(c)?4:0),o.startsWith("reference")?s/4:s}function T(e,o){
let n=Math.max(0,g(m(e),o[0])),r=n<60?0:e.indexOf(" ",n-60)+1,a=e.slice(r,r+170),t=document.createElement("span"),c=new RegExp(`((?<![\\p{L}\\p{N}])(?:${o.join(
"|")})[\\p{L}\\p{N}]*)`,"giu");return a.split(c).forEach((s,d)=>{if(d%2===0)return t.append(s);let f=document.createElement("mark");f.textContent=s,t.append(f)}),
t.prepend(r>0?"… ":""),t.append(r+170<e.length?" …":""),t}function b({page:e,file:o,anchor:n,heading:r,text:a},t){let c=document.createElement("a");c.href=n?
`${o}#${encodeURIComponent(n)}`:o;let s=document.createElement("strong");s.textContent=r===e?e:`${e}: ${r}`,c.append(s,T(a,t)),c.addEventListener("click",p);let d=document.
createElement("li");return d.append(c),d}function p(){u.hidden=!0}async function L(){let e=E(l.value);if(!e.length)return p();let o=await w();if(e.join()!==E(l.
value).join())return;let n=o.map(t=>[x(t,e),t]).filter(([t])=>t);n.sort(([t],[c])=>c-t),y.replaceChildren(...n.slice(0,12).map(([,t])=>b(t,e)));let r=n.length===
1?"1 place":`${n.length} places`,a=n.length>12?`${r}, the first 12 shown`:r;k.textContent=n.length?a:"Not found. Every word must occur; try fewer, or the beginn\
ing of one.",u.hidden=!1}i.hidden=!1,l.addEventListener("focus",w),l.addEventListener("input",L),i.addEventListener("submit",async e=>{e.preventDefault(),await L(),
y.querySelector("a")?.click()}),document.addEventListener("keydown",e=>{e.key!=="Escape"||u.hidden||(p(),l.focus())}),document.addEventListener("pointerdown",e=>i.
contains(e.target)||p()),i.addEventListener("focusout",e=>e.relatedTarget&&!i.contains(e.relatedTarget)&&p())})();})();
