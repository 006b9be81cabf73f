import { witness } from '../inPage/witness';
import { goOn } from './checkout';

interface CardProps {
  className: string;
  onClick: () => void;
}

const mountInto = (element: HTMLElement | null): void => {
  if (element) witness.mount(element);
};

/** The smallest component, with an iframe in it like the others. */
function Card({ className, onClick }: CardProps) {
  return <div ref={mountInto} className={className} onClick={onClick} />;
}

export function Hoisted() {
  return <Card className="card" onClick={goOn} />;
}

export function Inline() {
  return <Card className="card" onClick={() => goOn()} />;
}
