import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BudgetAmount } from '#contracts/budget.ts';
import type { BudgetItem, BudgetWindowItem } from '#contracts/http/budget.ts';
import { parseMoney } from '#contracts/money.ts';
import { grantBudget } from '../ask/budgets.ts';
import { createKeyFor } from '../ask/key-for.ts';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { budgetTexts } from '../texts/budget-texts.ts';
import { sayAmount } from './say-amount.ts';

const words = budgetTexts.grant;

interface GrantProps {
  budget: BudgetItem;
  window: BudgetWindowItem;
  /** The run that it is for; for all without one. */
  run?: { id: string; asked: BudgetAmount };
}

/** The way to give a window more than its limit, for all or for one run. */
export function Grant(props: GrantProps) {
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        {props.run ? words.openRun : words.open}
      </Button>
      {asking ? <GrantDialog {...props} close={() => setAsking(false)} /> : null}
    </div>
  );
}

function GrantDialog({ budget, window, run, close }: GrantProps & { close(): void }) {
  const { name, title, limit, currency } = budget;
  const queries = useQueryClient();
  const [keyFor] = useState(createKeyFor);
  const [tokens, setTokens] = useState(run && limit.tokens !== null ? String(run.asked.tokens) : '');
  const [amount, setAmount] = useState('');
  const money = amount.trim() === '' ? undefined : parseMoney(`${amount.trim()} ${currency}`);
  const isReady = (/^[1-9]\d*$/.test(tokens) || tokens === '') && (tokens !== '' || money !== undefined);
  const act = async (reason: string) => {
    const most = { ...(tokens === '' ? {} : { tokens: Number(tokens) }), ...(money ? { money } : {}) };
    const body = { window: window.window, ...(run ? { run: run.id } : {}), ...most, reason };
    await grantBudget({ budget: name, body, key: keyFor(body) });
    await queries.invalidateQueries({ queryKey: ['budgets'] });
    close();
  };
  const dialogWords = { title: run ? words.titleRun : words.title, about: words.about, confirm: words.confirm };
  return (
    <ReasonDialog words={dialogWords} dangerous={false} ready={isReady} act={act} close={close}>
      <p>
        <strong>{title}</strong>: {window.window}
      </p>
      {run ? <p className="soft">{words.asked(sayAmount(run.asked, currency))}</p> : null}
      {limit.tokens === null ? null : (
        <TextInput
          label={words.tokens}
          inputMode="numeric"
          value={tokens}
          onChange={({ currentTarget }) => setTokens(currentTarget.value.trim())}
        />
      )}
      {currency === null ? null : (
        <TextInput
          label={words.money(currency)}
          inputMode="decimal"
          value={amount}
          onChange={({ currentTarget }) => setAmount(currentTarget.value)}
        />
      )}
    </ReasonDialog>
  );
}
