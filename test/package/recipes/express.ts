// express.ts
import express from 'express';
import { orders } from './payments.js';

const app = express();
app.use('/pay', orders.node); // before or behind express.json(): both work
app.listen(Number(process.env.PORT));

orders.startSettling();
