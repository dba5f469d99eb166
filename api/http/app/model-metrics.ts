import type { Gauge } from 'prom-client';
import type { UseCases } from './use-cases.ts';

type Figures = Awaited<ReturnType<UseCases['readFigures']>>;
type MakeGauge = (name: string, help: string, labelNames: string[]) => Gauge;

/** Which models answer, what budgets have used, and what may have been paid for twice. */
export function createModelMetrics(gauge: MakeGauge): (figures: Figures) => void {
  const open = gauge('baton_model_open', 'Whether a model is left alone, since its calls fail', ['model']);
  const failing = gauge('baton_model_failures', 'Calls of a model that failed in a row', ['model']);
  const tokens = gauge('baton_budget_tokens', 'Tokens of budgets in what is not over', ['budget', 'state']);
  const micros = gauge('baton_budget_micros', 'Millionths of its currency, likewise', ['budget', 'state']);
  const perhapsPaid = gauge(
    'baton_model_calls_perhaps_paid',
    'Calls of models that nobody heard the answer of, and that may have been paid for, since there are runs',
    ['model'],
  );

  return ({ models, budgets, perhapsPaid: doubtful }) => {
    for (const each of [open, failing, tokens, micros, perhapsPaid]) each.reset();
    for (const { model, breaker } of models) {
      open.set({ model }, breaker.kind === 'closed' ? 0 : 1);
      failing.set({ model }, breaker.failures);
    }
    for (const { budget, ...spent } of budgets) {
      tokens.set({ budget, state: 'used' }, spent.usedTokens);
      tokens.set({ budget, state: 'reserved' }, spent.reservedTokens);
      micros.set({ budget, state: 'used' }, spent.usedMicros);
      micros.set({ budget, state: 'reserved' }, spent.reservedMicros);
    }
    for (const { model, count } of doubtful) perhapsPaid.set({ model }, count);
  };
}
