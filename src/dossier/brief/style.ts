/** The one stylesheet: paper and ink, calm, both themes, a phone's width, and print. Three faces of type come with the site; systems have their own where they do not load. */

export const FONTS = [
  { file: 'fonts/source-serif-4.woff2', package: '@fontsource-variable/source-serif-4', from: 'files/source-serif-4-latin-wght-normal.woff2' },
  { file: 'fonts/source-code-pro.woff2', package: '@fontsource-variable/source-code-pro', from: 'files/source-code-pro-latin-wght-normal.woff2' },
  { file: 'fonts/source-sans-3.woff2', package: '@fontsource-variable/source-sans-3', from: 'files/source-sans-3-latin-wght-normal.woff2' },
] as const;

const LIGHT = '--paper:#fbfaf6;--ink:#1d1c19;--soft:#5f5a50;--rule:#e2ddd1;--accent:#1f4e79;--mark:#ebe4d0;--agreed:#24603f;--claimed:#7a5200;--open:#5d594f;--blocked:#9f251e;--conflict:#4c4b86;--held:#9f251e';
const DARK = '--paper:#171715;--ink:#ece9e1;--soft:#aca79b;--rule:#34332e;--accent:#8db8e0;--mark:#3a3320;--agreed:#7fc3a2;--claimed:#dcae4f;--open:#b5b0a4;--blocked:#ec8a80;--conflict:#aeadea;--held:#ec8a80';

export const STYLE = `@font-face{font-family:"Source Serif 4 Variable";src:url(${FONTS[0].file}) format("woff2");font-weight:200 900;font-display:swap}
@font-face{font-family:"Source Sans 3 Variable";src:url(${FONTS[2].file}) format("woff2");font-weight:200 900;font-display:swap}
@font-face{font-family:"Source Code Pro Variable";src:url(${FONTS[1].file}) format("woff2");font-weight:200 900;font-display:swap}
:root{color-scheme:light dark;${LIGHT};--serif:"Source Serif 4 Variable","Source Serif 4",Charter,Georgia,serif;--sans:"Source Sans 3 Variable","Source Sans 3","Segoe UI",system-ui,sans-serif;--mono:"Source Code Pro Variable","Source Code Pro",ui-monospace,Menlo,Consolas,monospace}
@media(prefers-color-scheme:dark){:root{${DARK}}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.5 var(--sans);font-variant-numeric:tabular-nums lining-nums}
h1,h2,h3,p,ul,ol,dl,dd,figure,table{margin:0}
ul,ol{padding:0;list-style:none}
h1{font:600 2.2rem/1.16 var(--serif);letter-spacing:-.01em;text-wrap:balance;max-width:24em}
h2{font:600 1.45rem/1.25 var(--serif);margin-bottom:.7rem;text-wrap:balance}
h3{font:600 1.08rem/1.35 var(--serif)}
a{color:var(--accent);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px;text-decoration-color:color-mix(in srgb,var(--accent) 45%,transparent)}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999rem;top:0;background:var(--ink);color:var(--paper);padding:.6rem 1rem}
.skip:focus{left:0}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top,main,footer{max-width:82rem;margin:0 auto;padding:0 2.5rem}
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
.here{border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);padding:.55rem 0}
.here ul{display:flex;flex-wrap:wrap;gap:.1rem 1.3rem}
.toc{border-top:1px solid var(--ink)}
.toc ul{columns:22rem;column-gap:2.6rem}
.toc li{break-inside:avoid;border-bottom:1px solid var(--rule);padding:.34rem 0;display:flex;gap:0 1rem;justify-content:space-between;align-items:baseline}
.toc .state,.toc .meta{flex:none}
.toc .state{font-size:.9375rem}
.up{font-size:.875rem;margin-top:.9rem}
.said,time{white-space:nowrap}
.here a{display:inline-block;padding:.2rem 0;font-size:.9375rem}
section{margin-top:3.2rem}
section>p+p,section>p+ul,td>p+p{margin-top:.5rem}
section>p+table{margin-top:.8rem}
table+p,.lines+p{margin-top:.7rem}
section>p,.articles+p{max-width:48em}
section h3{margin-top:1.5rem}
section>h3+*{margin-top:.6rem}
.self{color:var(--soft);text-decoration:none;font-weight:400;font-family:var(--sans);padding:0 .3em;font-size:.85em}
.self:hover{color:var(--accent)}
.meta{color:var(--soft);font-size:.875rem;line-height:1.45}
td .meta,th .meta{display:block;font:400 .875rem/1.45 var(--sans)}
.lack{color:var(--blocked)}
.state{display:inline-flex;gap:.42rem;align-items:baseline;font-weight:600;white-space:nowrap}
.state svg,.shape{width:.75rem;height:.75rem;flex:none;align-self:center}
.state+.option{margin-left:.3rem}
td .state+.option,.verdict .option{margin-left:0}
.state.agreed{color:var(--agreed)}.state.claimed{color:var(--claimed)}.state.open{color:var(--open)}.state.blocked{color:var(--blocked)}.state.conflict{color:var(--conflict)}
.option{font-size:.9375rem;color:var(--ink)}
td .option{display:block;margin-top:.15rem}
.chip{border:1px solid var(--soft);padding:0 .4rem;font-size:.875rem;white-space:nowrap}
.tier{font-size:.875rem;color:var(--soft)}
.tier::before{content:"";display:inline-block;width:9px;height:9px;margin:0 .4em 0 .1em;border:1.4px solid currentColor;border-radius:50%}
.tier.own::before{background:currentColor}
.tier.media::before{border-style:dotted;border-width:1.8px}
.doubtful{font-size:.875rem;font-style:italic;color:var(--conflict)}
table{border-collapse:collapse;width:100%}
th{text-align:left;font-weight:600;vertical-align:top}
thead th{font-weight:400;font-size:.875rem;color:var(--soft);padding:.2rem 1.1rem .35rem 0;border-bottom:1px solid var(--ink);vertical-align:bottom}
td,tbody th{padding:.7rem 1.1rem .7rem 0;border-bottom:1px solid var(--rule);vertical-align:top}
td:last-child,thead th:last-child{padding-right:0}
tbody th{font:600 1rem/1.4 var(--serif)}
tbody th a{color:inherit}
.issues th:first-child{width:17%}.issues th:nth-child(2){width:19%}.issues th:nth-child(3){width:7rem}.issues th:nth-child(4){width:25%}
.issues+.meta{margin-top:.8rem}
.words li+li{margin-top:.35rem}
.lines{border-top:1px solid var(--rule)}
.lines li{padding:.35rem 0;border-bottom:1px solid var(--rule);max-width:58em}
.lines .meta{display:block}
.changes{border-top:1px solid var(--ink)}
.changes>li{padding:.7rem 0;border-bottom:1px solid var(--rule)}
.changes .why{color:var(--soft);max-width:52em;margin-top:.2rem}
.changes .lines{margin:.4rem 0 0 1.2rem;border-top:0;border-left:1px solid var(--rule);padding-left:.9rem}
.changes .lines li{border:0;padding:.2rem 0}
.changes+.meta,.changes+p{margin-top:.8rem}
.changes .meta{margin-top:.4rem}
.besides{margin-left:1.2rem;border-left:1px solid var(--rule);padding-left:.9rem;font-size:.875rem;color:var(--soft)}
.besides li{padding:.1rem 0}
.articles{margin-top:.9rem}
.heads,.articles article{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.35fr) minmax(0,.95fr);gap:0 2.2rem}
.heads{font-size:.875rem;color:var(--soft);border-bottom:1px solid var(--ink);padding-bottom:.35rem}
.articles article{border-bottom:1px solid var(--rule);padding:.9rem 0 1rem}
.articles h3{margin-top:0}
.number{color:var(--accent);margin-right:.35rem}
.prose{font:400 1.0625rem/1.5 var(--serif);margin-top:.35rem;text-wrap:pretty}
.stands p+p{margin-top:.1rem}
.stands .meta+p{margin-top:.55rem}
.left{margin-top:.4rem}
details{margin-top:.6rem}
summary{cursor:pointer;color:var(--soft);font-size:.9375rem;padding:.3rem 0}
summary:hover{color:var(--ink)}
.clauses li+li{margin-top:.6rem}
.clauses code{display:block;font:400 .8125rem/1.65 var(--mono);overflow-wrap:anywhere;padding-left:2ch;text-indent:-2ch}
.clauses .meta{display:block;padding-left:2ch}
.key-word{color:var(--accent)}
.open-mark{background:var(--mark);font-style:italic;padding:0 .2em}
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
.events,.statements,.corrections{border-top:1px solid var(--ink)}
.events>li,.statements>li{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:0 1.8rem;padding:.8rem 0;border-bottom:1px solid var(--rule)}
.events h3{margin:0}
.when{font-size:.9375rem}
.when span{display:block;color:var(--soft);font-size:.875rem}
.when time{font-weight:600}
.statements div>p+p{margin-top:.15rem}
.who .tier{white-space:nowrap}
.review .state{font-size:.9375rem;white-space:normal}
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
.wide .board{min-width:96rem}
.wide+.meta{margin-top:.7rem}
.letter{font-weight:600;font-variant-numeric:lining-nums}
th .letter{font-family:var(--sans);color:var(--accent);margin-right:.25rem}
.board{table-layout:fixed;font-size:.9375rem}
.board thead th{padding-right:.7rem;position:sticky;top:0;background:var(--paper);z-index:1}
.board th[scope=rowgroup]{padding:.9rem 0 .1rem;border:0;font-size:1.0625rem}
.board .of .state{font-family:var(--sans);font-size:.9375rem;margin-left:.7rem}
.choices{display:flex;flex-wrap:wrap;gap:0 1.5rem;font:400 .9375rem/1.45 var(--sans);color:var(--soft);margin-top:.15rem}
.board td{padding:.4rem .7rem .8rem 0}
.board .none{color:var(--soft)}
.board .meta{line-height:1.35}
.board .meta .said,.board .meta .tier{display:block;font-size:.8125rem}
.options th:first-child{width:40%}.options tbody th{font:400 1rem/1.45 var(--sans)}.options td:nth-child(2){width:28%}
.options{margin-top:1rem}.stances{margin-top:1.6rem!important}
.days th:first-child{width:8rem}.days td:last-child{width:8rem}
.days td,.days tbody th{padding-top:.4rem;padding-bottom:.4rem;font:400 1rem/1.45 var(--sans)}
.days tbody th a{color:var(--accent)}
.answer h2{font-size:1.15rem;margin-bottom:.4rem}
.answer{margin-top:0;padding:1.3rem 0 1.1rem;border-bottom:1px solid var(--rule)}
.toc+.answer{margin-top:1.6rem}
.answer p{overflow-wrap:anywhere}
li:target,article:target,tr:target,section:target>h2{background:var(--mark)}
footer{margin-top:3.5rem;padding-top:.9rem;padding-bottom:2rem;border-top:1px solid var(--rule);font-size:.875rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:.3rem 2rem;justify-content:space-between}
@media screen and (max-width:52rem){
.top,main,footer{padding-left:1.15rem;padding-right:1.15rem}
h1{font-size:1.7rem}h2{font-size:1.3rem}.lede{font-size:1.1rem}
.opening{padding-top:.8rem}
.top ul{gap:0 1.05rem}.top nav a{padding:.5rem 0}
.here ul{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem}
.here a,.toc a{padding:.3rem 0;display:inline-block}
.toc li{padding:.1rem 0}.toc .state,.toc .meta{padding:.3rem 0}
.heads{display:none}
.articles article{grid-template-columns:minmax(0,1fr);gap:.8rem}
.articles article:first-of-type{border-top:1px solid var(--ink)}
.terms{columns:1}
.zones{grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:1.2rem}
.events>li,.statements>li{grid-template-columns:minmax(0,1fr);gap:.2rem}
.when span{display:inline;margin-left:.5rem}
thead{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,th,td{display:block;width:auto!important}
table{border-top:1px solid var(--ink)}
tr{border-bottom:1px solid var(--rule);padding:.8rem 0}
td,tbody th{border:0;padding:.1rem 0}
td[data-label]{display:grid;grid-template-columns:5.4rem minmax(0,1fr);gap:0 .7rem;padding:.2rem 0}
td[data-label]::before{content:attr(data-label);color:var(--soft);font-size:.875rem;grid-row:1/span 9}
td[data-label]>*{grid-column:2}
.wide .board{min-width:0}
.board tbody{border-bottom:1px solid var(--rule);padding:.7rem 0}
.board tr{border:0;padding:0}
.board th[scope=rowgroup]{padding:0 0 .3rem}
.board .of .state{display:flex;margin:.15rem 0}
.choices{display:block}.choices>span{display:block;padding-left:1.2rem;text-indent:-1.2rem}
.board td{padding:.15rem 0}
.board td[data-label]{grid-template-columns:7.4rem minmax(0,1fr)}
.board td.none{display:none}
.board .meta .said,.board .meta .tier{display:inline}
.days tr{display:grid;grid-template-columns:1fr auto;gap:0 1rem;padding:.35rem 0}
.days td[data-label]{display:block;padding:0}.days td[data-label]::before{content:none}
.days td:nth-child(2){grid-row:2;grid-column:1/-1}
.issues tr{display:grid;grid-template-columns:auto 1fr;gap:0 .5rem}
.issues tbody th,.issues td{grid-column:1/-1}
.issues td[data-label=State],.issues td[data-label=Why]{display:block}.issues td[data-label=State]::before,.issues td[data-label=Why]::before{content:none}
.issues td[data-label=Since],.issues td[data-label=Why],.issues td[data-label=State]{padding:.1rem 0}
.issues td[data-label=Since]{display:flex;color:var(--soft);font-size:.9375rem}.issues td[data-label=Since]::before{content:"since";font-size:inherit}
.issues td:last-child{order:1}.issues td[data-label="On whose word"]{order:2}
.corrections dl div{grid-template-columns:1fr}
}
@page{margin:15mm}
@media print{
:root{color-scheme:light;${LIGHT};--paper:#fff;--ink:#000;--soft:#444;--rule:#bbb}
html{font-size:9.5pt}
.top nav,.here,.toc,.up,.skip,.self{display:none}
.top,main,footer{max-width:none;padding-left:0;padding-right:0}
h2,h3,thead,.heads,.of{break-after:avoid}
section{margin-top:1.8rem}
.zones{grid-template-columns:repeat(4,1fr)}
tr,li,article,figure{break-inside:avoid}
details::details-content{content-visibility:visible;display:block;height:auto;opacity:1}
a{color:inherit;text-decoration:none}
a[rel="external"]::after{content:" <" attr(href) ">";font-size:.8em;color:var(--soft);overflow-wrap:anywhere}
.wide{overflow:visible}.wide .board{min-width:0}.board{font-size:.8rem}.board thead th{position:static}.board td{padding-right:.3rem}
.heads,.articles article{gap:0 5mm}
li:target,article:target,tr:target{background:none}
}
`;
