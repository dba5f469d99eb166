import { escapeHtml } from '#dev/page/escape-html.ts';
import type { Fault } from './fault.ts';
import { FaultMode, faultMeanings } from './fault-mode.ts';

/** The part of the page where a person makes the model misbehave, and reads how a program does. */
export function renderPanel(faults: readonly Fault[]): string {
  return `<section>
<h2>Faults</h2>
${faults.length > 0 ? renderInForce(faults) : '<p>None: every call is answered rightly.</p>'}
<form method="post" action="/panel/add">
<fieldset>
<legend>Add a fault</legend>
<label>What a call meets <select name="mode">${FaultMode.options.map(renderOption).join('')}</select></label>
${inputs.map(renderInput).join('\n')}
<button>Add</button>
</fieldset>
</form>
<details>
<summary>What there is, and how a program asks for it</summary>
<p>For one call, a header: <code>x-rehearsal-fault: rate-limit</code>, or with more said <code>x-rehearsal-fault:
{"mode":"rate-limit","retryAfter":2}</code>.</p>
<p>For all calls, <code>PUT /fault</code> with one fault or a list; <code>GET /fault</code> answers what is in force. Of a
list, a call meets the first fault that is for its model (<code>"model"</code>, any where it says nothing) and was not met
<code>"times"</code> times yet (no limit where it says nothing). What is not in a list ends. First too busy and then broken
down, for one model alone:</p>
<pre>${escapeHtml(example)}</pre>
<dl>${FaultMode.options.map(renderMeaning).join('')}</dl>
</details>
</section>`;
}

const example = `curl -X PUT http://ADDRESS/fault -H 'content-type: application/json' \\
  -d '[{"mode":"rate-limit","retryAfter":1,"times":1,"model":"small-1"},{"mode":"error","model":"small-1"}]'`;

const inputs = [
  { name: 'times', label: 'How often', hint: 'until stopped' },
  { name: 'model', label: 'For the model', hint: 'any' },
  { name: 'status', label: 'Status', hint: '500 or 429' },
  { name: 'retryAfter', label: 'Retry-After, seconds', hint: '1' },
  { name: 'seconds', label: 'Over how many seconds', hint: '5' },
  { name: 'bytes', label: 'Bytes too many', hint: '10485760' },
  { name: 'version', label: 'Another version', hint: 'rehearsal-0' },
  { name: 'say', label: 'Words to obey', hint: 'what an outsider wants said' },
];

function renderInput({ name, label, hint }: (typeof inputs)[number]): string {
  return `<label>${label} <input name="${name}" placeholder="${hint}"></label>`;
}

function renderInForce(faults: readonly Fault[]): string {
  const entries = faults.map((fault) => `<li><code>${escapeHtml(JSON.stringify(fault))}</code></li>`);
  return `<p>In force, the first that fits a call first:</p>
<ol>${entries.join('')}</ol>
<form method="post" action="/panel/clear"><button>Stop all</button></form>`;
}

function renderOption(mode: FaultMode): string {
  return `<option>${mode}</option>`;
}

function renderMeaning(mode: FaultMode): string {
  return `<dt><code>${mode}</code></dt><dd>${escapeHtml(faultMeanings[mode])}</dd>`;
}
