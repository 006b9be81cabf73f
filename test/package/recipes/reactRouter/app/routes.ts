// app/routes.ts
import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [index('routes/checkout.tsx'), route('pay/*', 'routes/pay.ts')] satisfies RouteConfig;
