// app/routes/pay.ts: a resource route, which has no component
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { orders } from '../payments.server';

export const loader = ({ request }: LoaderFunctionArgs) => orders.fetch(request);
export const action = ({ request }: ActionFunctionArgs) => orders.fetch(request);
