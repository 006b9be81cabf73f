import { useConsole } from '../parts/ConsoleContext';

/** In the place of an empty list: why it is empty. */
export function NothingListed({ isFiltered }: { isFiltered: boolean }) {
  const { say, model } = useConsole();
  if (model.connection === 'connecting') return <p className="nothing">{say('Loading…')}</p>;
  return (
    <p className="nothing">
      {isFiltered
        ? say('Nothing fits this search.')
        : say('No order yet. Your server makes one with cc_purchase, or open a payment here.')}
    </p>
  );
}
