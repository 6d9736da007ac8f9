/** The one stylesheet: paper and ink, calm, both themes, a phone's width, and print. Two faces of type come with the site; systems have their own where they do not load. */

export const FONTS = [
  { file: 'fonts/source-serif-4.woff2', package: '@fontsource-variable/source-serif-4', from: 'files/source-serif-4-latin-wght-normal.woff2' },
  { file: 'fonts/source-sans-3.woff2', package: '@fontsource-variable/source-sans-3', from: 'files/source-sans-3-latin-wght-normal.woff2' },
] as const;

const LIGHT = '--paper:#fbfaf6;--ink:#1d1c19;--soft:#5f5a50;--rule:#e2ddd1;--accent:#1f4e79;--mark:#ebe4d0;--agreed:#24603f;--claimed:#7a5200;--open:#5d594f;--blocked:#9f251e;--conflict:#4c4b86;--held:#9f251e';
const DARK = '--paper:#171715;--ink:#ece9e1;--soft:#aca79b;--rule:#34332e;--accent:#8db8e0;--mark:#3a3320;--agreed:#7fc3a2;--claimed:#dcae4f;--open:#b5b0a4;--blocked:#ec8a80;--conflict:#aeadea;--held:#ec8a80';

export const STYLE = `@font-face{font-family:"Source Serif 4 Variable";src:url(${FONTS[0].file}) format("woff2");font-weight:200 900;font-display:swap}
@font-face{font-family:"Source Sans 3 Variable";src:url(${FONTS[1].file}) format("woff2");font-weight:200 900;font-display:swap}
:root{color-scheme:light dark;${LIGHT};--serif:"Source Serif 4 Variable","Source Serif 4",Charter,Georgia,serif;--sans:"Source Sans 3 Variable","Source Sans 3","Segoe UI",system-ui,sans-serif;--mono:ui-monospace,"SF Mono",Menlo,Consolas,monospace}
@media(prefers-color-scheme:dark){:root{${DARK}}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.5 var(--sans);font-variant-numeric:tabular-nums lining-nums}
h1,h2,h3,p,ul,ol,dl,dd,figure,table{margin:0}
ul,ol{padding:0;list-style:none}
h1{font:600 2.2rem/1.16 var(--serif);letter-spacing:-.01em;text-wrap:balance;max-width:24em}
h2{font:600 1.45rem/1.25 var(--serif);margin-bottom:.9rem;padding-top:.7rem;border-top:1px solid var(--ink)}
h3{font:600 1.08rem/1.35 var(--serif)}
a{color:var(--accent);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px;text-decoration-color:color-mix(in srgb,var(--accent) 45%,transparent)}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999rem;top:0;background:var(--ink);color:var(--paper);padding:.6rem 1rem}
.skip:focus{left:0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top,main,footer{max-width:76rem;margin:0 auto;padding:0 2.5rem}
.top{display:flex;flex-wrap:wrap;gap:.2rem 2rem;align-items:baseline;justify-content:space-between;padding-top:1.1rem;padding-bottom:.7rem}
.brand{font:600 1.2rem/1.2 var(--serif);color:var(--ink);text-decoration:none}
.top ul{display:flex;flex-wrap:wrap;gap:0 1.4rem}
.top nav a{display:inline-block;padding:.35rem 0;color:var(--soft);text-decoration:none}
.top nav a:hover{color:var(--ink)}
.top nav a[aria-current]{color:var(--ink);font-weight:600;box-shadow:0 2px 0 var(--accent)}
.opening{padding:1.6rem 0 1.2rem}
.kicker{color:var(--soft);margin-bottom:.5rem}
.lede{font:400 1.22rem/1.5 var(--serif);margin-top:.9rem;max-width:44em;text-wrap:pretty}
.stamp{margin-top:.9rem;color:var(--soft);max-width:52em}
.stamp strong{color:var(--ink)}
.here{border-top:1px solid var(--rule);padding:.55rem 0}
.here ul,.dates{display:flex;flex-wrap:wrap;gap:.1rem 1.3rem}
.here a{display:inline-block;padding:.2rem 0;font-size:.9375rem}
section{margin-top:2.6rem}
section>p+p,section>p+ul,td>p+p{margin-top:.5rem}
table+p,.lines+p{margin-top:.7rem}
section>p{max-width:48em}
section h3{margin-top:1.5rem}
section>h3+*{margin-top:.6rem}
.self{color:var(--soft);text-decoration:none;font-weight:400;font-family:var(--sans);padding:0 .3em;font-size:.85em}
.self:hover{color:var(--accent)}
.meta{color:var(--soft);font-size:.875rem;line-height:1.45}
td .meta,th .meta{display:block;font:400 .875rem/1.45 var(--sans)}
.lack{color:var(--blocked)}
.state{display:inline-flex;gap:.42rem;align-items:baseline;font-weight:600;white-space:nowrap}
.state svg{width:.75rem;height:.75rem;flex:none;align-self:center}
.state.agreed{color:var(--agreed)}.state.claimed{color:var(--claimed)}.state.open{color:var(--open)}.state.blocked{color:var(--blocked)}.state.conflict{color:var(--conflict)}
.option{font-size:.9375rem;color:var(--ink)}
td .option{display:block;margin-top:.15rem}
.chip{border:1px solid var(--soft);padding:0 .4rem;font-size:.875rem;white-space:nowrap}
.tier{font-size:.875rem;padding-left:.95em;position:relative;color:var(--soft)}
.tier::before{content:"";position:absolute;left:0;top:.32em;width:.6em;height:.6em;border:1.3px solid currentColor;border-radius:50%}
.tier.own::before{background:currentColor}
.tier.media::before{border-style:dotted}
.doubtful{font-size:.875rem;font-style:italic;color:var(--conflict)}
table{border-collapse:collapse;width:100%}
th{text-align:left;font-weight:600;vertical-align:top}
thead th{font-weight:400;font-size:.875rem;color:var(--soft);padding:.2rem 1.1rem .35rem 0;border-bottom:1px solid var(--soft)}
td,tbody th{padding:.7rem 1.1rem .7rem 0;border-bottom:1px solid var(--rule);vertical-align:top}
td:last-child,thead th:last-child{padding-right:0}
tbody th{font:600 1rem/1.4 var(--serif)}
tbody th a{color:inherit}
.issues th:first-child{width:17%}.issues th:nth-child(2){width:16%}.issues th:nth-child(3){width:8.6rem}.issues th:nth-child(4){width:25%}
.issues+.meta{margin-top:.8rem}
.words li+li{margin-top:.35rem}
.lines li{padding:.35rem 0;border-bottom:1px solid var(--rule);max-width:58em}
.lines .meta{display:block}
.changes>li{padding:.7rem 0;border-bottom:1px solid var(--rule)}
.changes .why{color:var(--soft);max-width:52em;margin-top:.2rem}
.changes .lines{margin:.4rem 0 0 1.2rem;border-left:2px solid var(--rule);padding-left:.9rem}
.changes .lines li{border:0;padding:.2rem 0}
.changes+.meta{margin-top:.8rem}
.changes .meta{margin-top:.4rem}
.besides{margin-left:1.2rem;border-left:2px solid var(--rule);padding-left:.9rem;font-size:.875rem;color:var(--soft)}
.besides li{padding:.1rem 0}
.articles{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 2.6rem;margin-top:.6rem}
.articles article{border-top:1px solid var(--rule);padding:.9rem 0 1.2rem}
.articles h3{margin-top:0}
.number{color:var(--accent);margin-right:.35rem}
.status{font-size:.875rem;color:var(--soft);margin-top:.25rem}
.status .chip{color:var(--ink)}
.prose{font:400 1.0625rem/1.5 var(--serif);margin-top:.5rem;text-wrap:pretty}
.left,.readings{margin-top:.5rem;font-size:.9375rem}
.left{border-left:3px solid var(--claimed);padding-left:.7rem}
details{margin-top:.6rem}
summary{cursor:pointer;color:var(--soft);font-size:.9375rem;padding:.3rem 0}
summary:hover{color:var(--ink)}
.clauses li{padding:.4rem 0;border-top:1px solid var(--rule)}
.clauses code{display:block;font:400 .8125rem/1.6 var(--mono);overflow-wrap:anywhere;padding-left:2ch;text-indent:-2ch}
.needs th:first-child{width:26%}.needs td:nth-child(2){width:44%}.told th:first-child{width:24%}.told td:nth-child(2){width:22%}.told td:nth-child(3){width:32%}
.met{color:var(--agreed);font-weight:600}.short{color:var(--blocked);font-weight:600}.unsaid{color:var(--conflict);font-weight:600}
.ready th:first-child{width:18%}.ready td:nth-child(2){width:41%}
.map img{display:block;width:100%;max-width:60rem;max-height:46rem;object-fit:contain;object-position:left;height:auto}
.map figcaption,.zones p{font-size:.875rem;color:var(--soft);line-height:1.45;margin-top:.5rem}
.key li{display:flex;gap:.6rem;align-items:baseline;padding:.1rem 0}
.key svg{width:1.25rem;height:.75rem;flex:none;color:var(--held);fill:var(--held)}
.zones{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1.4rem 1.6rem}
.zones img{display:block;width:100%;height:auto}
.zones strong{color:var(--ink)}
.events>li,.statements>li{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:0 1.8rem;padding:.8rem 0;border-bottom:1px solid var(--rule)}
.events h3{margin:0}
.when{font-size:.9375rem}
.when span{display:block;color:var(--soft);font-size:.875rem}
.when time{font-weight:600}
.statements div>p+p{margin-top:.15rem}
.statements div{max-width:50em}
.facts th:first-child{width:24%}.facts td:nth-child(2){width:34%}.facts td:nth-child(3){width:10rem}
.facts td{overflow-wrap:anywhere}
.plain{list-style:decimal;padding-left:1.4rem;max-width:46em}
.plain li{padding:.25rem 0}
.terms{columns:2;column-gap:2.6rem}
.terms div{break-inside:avoid;padding:.4rem 0}
.terms dt{font-weight:600}
.corrections li{padding:.6rem 0;border-bottom:1px solid var(--rule);max-width:54em}
.corrections dl div{display:grid;grid-template-columns:5rem 1fr;font-size:.9375rem}
.corrections dt{color:var(--soft)}
.verdict{font-size:1.05rem}
.stances,.compare{margin-top:.8rem}
.compare th:first-child{width:40%}.compare td{width:30%}
.stances th:first-child{width:20%}.stances td:nth-child(2){width:32%}
.heard{color:var(--soft)}
.wide{overflow-x:auto;position:relative;margin:0}
.wide+.meta{margin-top:.7rem}
.board{min-width:60rem;font-size:.9375rem}
.board tbody th{width:13rem;font-size:.9375rem}
.board tbody th .state{display:flex;font-family:var(--sans);font-size:.875rem;margin-top:.2rem}
.board td{min-width:9.5rem}
.board th:first-child{position:sticky;left:0;background:var(--paper);min-width:10.5rem}
.answer h2{font-size:1.15rem;border-top-color:var(--rule);margin-bottom:.4rem}
.answer{margin-top:1.4rem}
.answer p{overflow-wrap:anywhere}
li:target,article:target,tr:target,section:target>h2{background:var(--mark)}
footer{margin-top:3.5rem;padding-top:.9rem;padding-bottom:2rem;border-top:1px solid var(--rule);font-size:.875rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:.3rem 2rem;justify-content:space-between}
@media(max-width:52rem){
.top,main,footer{padding-left:1.15rem;padding-right:1.15rem}
h1{font-size:1.7rem}h2{font-size:1.3rem}.lede{font-size:1.1rem}
.opening{padding-top:.8rem}
.top ul{gap:0 1.05rem}.top nav a{padding:.5rem 0}
.here{overflow-x:auto}.here ul{flex-wrap:nowrap;white-space:nowrap}
.here a{padding:.45rem 0}
.articles{grid-template-columns:minmax(0,1fr)}
.terms{columns:1}
.zones{grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:1.2rem}
.events>li,.statements>li{grid-template-columns:minmax(0,1fr);gap:.2rem}
.when span{display:inline;margin-left:.5rem}
table:not(.board) thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table:not(.board),table:not(.board) tbody,table:not(.board) tr,table:not(.board) th,table:not(.board) td{display:block;width:auto!important}
table:not(.board) tr{border-bottom:1px solid var(--rule);padding:.8rem 0}
table:not(.board) td,table:not(.board) tbody th{border:0;padding:.1rem 0}
table:not(.board) td[data-label]{display:grid;grid-template-columns:5.4rem minmax(0,1fr);gap:0 .7rem;padding:.2rem 0}
table:not(.board) td[data-label]::before{content:attr(data-label);color:var(--soft);font-size:.875rem;grid-row:1/span 9}
table:not(.board) td[data-label]>*{grid-column:2}
.corrections dl div{grid-template-columns:1fr}
}
@page{margin:15mm}
@media print{
:root{color-scheme:light;${LIGHT};--paper:#fff;--ink:#000;--soft:#444;--rule:#bbb}
body{font-size:10pt}
.top nav,.here,.skip,.self,.dates{display:none}
.top,main,footer{max-width:none;padding-left:0;padding-right:0}
h1{font-size:19pt}h2{font-size:14pt;break-after:avoid}h3{break-after:avoid}
section{margin-top:1.4rem}
tr,li,article,figure{break-inside:avoid}
details::details-content{content-visibility:visible;display:block;height:auto;opacity:1}
a{color:inherit;text-decoration:none}
a[rel="external"]::after{content:" <" attr(href) ">";font-size:.8em;color:var(--soft);overflow-wrap:anywhere}
.wide{overflow:visible}.board{min-width:0;font-size:8pt}
li:target,article:target,tr:target{background:none}
}
`;
