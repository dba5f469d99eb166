import type { RegistryAnswer } from '#contracts/http/registry.ts';
import type { ModelSpending, Spent } from '#contracts/http/registry-models.ts';
import { sayCount, sayMicros } from '../format/amounts.ts';
import { registryTexts } from '../texts/registry-texts.ts';
import { processTitled } from './names.ts';

const words = registryTexts.spending;

interface SpendingTableProps {
  caption: string;
  spending: ModelSpending;
  registry: RegistryAnswer;
}

/** What was spent today and in thirty days, in all and by process. */
export function SpendingTable({ caption, spending, registry }: SpendingTableProps) {
  const rows = spending.processes.map(({ process, ...over }) => ({ ...over, name: processTitled(registry, process) }));
  return (
    <table className="spending">
      <caption className="small soft">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.process}</th>
          <th scope="col">{words.today}</th>
          <th scope="col">{words.month}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, today, month }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <Amounts spent={today} />
            <Amounts spent={month} />
          </tr>
        ))}
      </tbody>
      {rows.length === 1 ? null : (
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <Amounts spent={spending.today} />
            <Amounts spent={spending.month} />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Amounts({ spent: { calls, unknown, perhapsPaid, amounts } }: { spent: Spent }) {
  const known = amounts.map(({ currency, micros }) => sayMicros(micros, currency));
  const parts =
    unknown > 0 ? [...known, calls === unknown ? words.unknown : words.unknownFor(sayCount(unknown))] : known;
  return (
    <td className="figures">
      {parts.length === 0 ? <span className="soft">{words.nothing}</span> : parts.join(', ')}
      {calls > 0 ? <span className="small soft">{words.calls(sayCount(calls))}</span> : null}
      {perhapsPaid > 0 ? <span className="small soft">{words.perhapsPaid(sayCount(perhapsPaid))}</span> : null}
    </td>
  );
}
