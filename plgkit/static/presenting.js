(()=>{var P={PageDown:1,PageUp:-1},N={ArrowRight:1,ArrowLeft:-1," ":1},z="input, select, textarea, button, summary, a, [role=slider]",R=2,q=1.3,S=l=>`${Math.floor(l/60)}\
:${String(Math.floor(l%60)).padStart(2,"0")}`;function I(l){let a=[];for(let c of[...l.children]){let r=c.querySelector(".text_cell_render > :is(h1, h2, h3):fir\
st-child"),i=r?.firstChild.textContent;r&&r.tagName!=="H3"?a.push({part:i,title:i,cells:[]}):r&&a.push({part:a.at(-1).part,title:i,cells:[]}),a.at(-1)?.cells.push(
c)}return a}function K(l,a){let c=l.querySelector("main"),r=I(c),i=(e,t,n)=>{let s=document.createElement("button");return s.type="button",s.textContent=e,n&&s.
setAttribute("aria-keyshortcuts",n),s.addEventListener("click",t),s},m=i("Present",()=>f(0),"");m.className="plg-present",c.prepend(m);let p={},o=null,h=0,E=0,g=document.
createElement("span");g.setAttribute("role","status");let d=document.createElement("span");d.className="plg-present-time",d.setAttribute("role","timer");let u=document.
createElement("nav");u.className="plg-present-bar",u.setAttribute("aria-label","Presenting");let y=i("← Back",()=>f(o-1),"PageUp"),b=i("Next →",()=>f(o+1),"\
PageDown"),C=i("Full screen",()=>document.fullscreenElement?document.exitFullscreen():l.requestFullscreen());u.append(y,g,d,C,i("Leave",v,"Escape"),b);function k(){
let{part:e}=r[o],t=(p[e]??0)+(performance.now()-h)/1e3,n=a[e],s=n&&t>60*n;d.textContent=n?`${S(t)} of ${n} min${s?", over time":""}`:S(t),d.classList.toggle("pl\
g-over",!!s)}function L(){if(clearInterval(E),o===null)return;let{part:e}=r[o];p[e]=(p[e]??0)+(performance.now()-h)/1e3}function w(){if(o===null)return;let e=window.
innerHeight-u.offsetHeight,t=window.innerWidth/800,n=Math.max(1,Math.min(R,t));for(;n>q&&(c.style.zoom=n,!(c.getBoundingClientRect().height<=e));n-=.1);c.style.
zoom=n}function f(e){if(e<0||e>=r.length)return;o===null&&(l.classList.add("plg-presenting"),l.append(u),c.querySelectorAll("details[open]").forEach(s=>s.removeAttribute(
"open")),window.addEventListener("resize",w),document.addEventListener("keydown",A,!0)),L(),o=e,r.forEach(({cells:s},$)=>s.forEach(x=>x.hidden=$!==o));let{part:t,
title:n}=r[o];g.textContent=`${o+1} of ${r.length} · ${n===t?t:`${t}: ${n}`}`,y.disabled=o===0,b.disabled=o===r.length-1,h=performance.now(),E=setInterval(k,1e3),
k(),window.scrollTo(0,0),w()}function v(){L();let e=r[o].cells[0];o=null,l.classList.remove("plg-presenting"),u.remove(),c.style.zoom="",c.querySelectorAll("det\
ails.plg-instructor").forEach(t=>t.setAttribute("open","")),r.forEach(({cells:t})=>t.forEach(n=>n.hidden=!1)),window.removeEventListener("resize",w),document.removeEventListener(
"keydown",A,!0),e.scrollIntoView(),m.focus({preventScroll:!0})}function A(e){if(e.ctrlKey||e.metaKey||e.altKey)return;if(e.key==="Escape"&&!document.fullscreenElement)
return v();let t=P[e.key]??(e.target.closest(z)?0:N[e.key]);t&&(e.preventDefault(),e.stopPropagation(),f(o+t))}}K(document.body,JSON.parse(document.getElementById(
"plgkit-minutes").textContent));})();
