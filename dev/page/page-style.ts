export const pageStyle = `
:root { color-scheme: light dark; --line: #c9c4ba; --muted: #5f5a52; --paper: #fbfaf7; --ink: #23201c; --mark: #1f5f5b; }
@media (prefers-color-scheme: dark) {
  :root { --line: #4a463f; --muted: #b3ada2; --paper: #1c1a17; --ink: #efece6; --mark: #7fc8c1; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header, main { max-width: 70rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { border-bottom: 1px solid var(--line); }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 0 0 .75rem; overflow-wrap: anywhere; }
p { margin: .25rem 0; }
.muted { color: var(--muted); }
.columns { display: grid; grid-template-columns: minmax(16rem, 2fr) minmax(0, 3fr); gap: 2rem; }
@media (max-width: 45rem) { .columns { grid-template-columns: 1fr; } }
ol { list-style: none; margin: 0; padding: 0; }
li { border-bottom: 1px solid var(--line); }
li a { display: block; padding: .6rem .5rem; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
li a:hover strong, li a:focus strong { text-decoration: underline; }
li a[aria-current] { border-left: 4px solid var(--mark); padding-left: .75rem; }
a { color: var(--mark); }
a:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
dt { color: var(--muted); }
dd { margin: 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border-top: 1px solid var(--line); padding-top: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .5rem; text-align: left; overflow-wrap: anywhere; }
section { margin: 0 0 2rem; }
fieldset { border: 1px solid var(--line); display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .75rem; align-items: end; }
label, label input, label select { display: block; width: 100%; }
button, input, select { font: inherit; padding: .35rem .5rem; }
summary { cursor: pointer; }
details pre { font: .85rem/1.45 ui-monospace, monospace; }
`;
