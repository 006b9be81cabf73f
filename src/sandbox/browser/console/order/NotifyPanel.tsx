import { useState } from 'react';
import type { Forgery, NotifyCommand } from '../../../consoleApi/commands';
import type { DeliveryAttempt } from '../../../consoleApi/notifications';
import type { ConsoleOrder } from '../../../consoleApi/orders';
import { consolePaths } from '../../../consoleApi/paths';
import { request } from '../core/request';
import { forgeryLabels } from '../labels/orderLabels';
import { CommandButton } from '../parts/CommandButton';
import { useConsole } from '../parts/ConsoleContext';
import { ChangeFields } from './ChangeFields';
import { ShopAnswers } from './ShopAnswers';

const forgeries = Object.keys(forgeryLabels) as Forgery[];

/** Sends notifications by hand and shows what the shop answered. */
export function NotifyPanel({ order }: { order: ConsoleOrder }) {
  const { say } = useConsole();
  const [forge, setForge] = useState<Forgery>('wrongKey');
  const [attempts, setAttempts] = useState<readonly DeliveryAttempt[]>([]);
  const { mchOrderNo, notifyUrl } = order;
  const send = async (command: Omit<NotifyCommand, 'mchOrderNo'>) => {
    setAttempts([]);
    const answer = await request.post<{ attempts: readonly DeliveryAttempt[] }>(consolePaths.notifications, {
      ...command,
      mchOrderNo,
    });
    setAttempts(answer.attempts);
    return undefined;
  };
  if (notifyUrl === undefined) return null;
  return (
    <section aria-label={say('Notifications')}>
      <h3>{say('Notifications')}</h3>
      <p className="hint">
        <code>{notifyUrl}</code>
      </p>
      <div className="buttons">
        <CommandButton work={() => send({})}>{say('Send again')}</CommandButton>
        <select
          className="input"
          value={forge}
          aria-label={say('Forgery')}
          onChange={({ target }) => setForge(target.value as Forgery)}
        >
          {forgeries.map((one) => (
            <option key={one} value={one}>
              {say(forgeryLabels[one])}
            </option>
          ))}
        </select>
        <CommandButton work={() => send({ forge })}>{say('Forge')}</CommandButton>
      </div>
      <ChangeFields order={order} send={(changes) => send({ changes })} />
      <ShopAnswers attempts={attempts} />
    </section>
  );
}
