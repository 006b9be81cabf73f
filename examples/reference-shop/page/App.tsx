import { useEffect, useState, type ReactElement } from 'react';
import { fr, IotPayProvider, zh } from 'react-iotpay';
import type { ShopView } from '../api';
import { AccountPage } from './AccountPage';
import { BagPage } from './BagPage';
import { CheckoutPage } from './CheckoutPage';
import { Header } from './Header';
import { locale, say } from './languages/say';
import { OrderPage } from './OrderPage';
import { PageTitle } from './PageTitle';
import { useRoute } from './route';
import { shopApi } from './shopApi';

/** What the card form's own words are chosen from, beside English. */
const languages = [fr, zh];

function Page({ shop }: { shop: ShopView }): ReactElement {
  const route = useRoute();
  switch (route.page) {
    case 'bag':
      return <BagPage shop={shop} />;
    case 'checkout':
      return <CheckoutPage shop={shop} isSavedCardFirst={route.isSavedCardFirst} />;
    case 'order':
      return <OrderPage key={route.mchOrderNo} mchOrderNo={route.mchOrderNo} />;
    case 'account':
      return <AccountPage />;
  }
}

export function App(): ReactElement {
  const [shop, setShop] = useState<ShopView>();
  const [isDown, setIsDown] = useState(false);
  const { page } = useRoute();

  useEffect(() => {
    const controller = new AbortController();
    shopApi.shop(controller.signal).then(setShop, () => setIsDown(!controller.signal.aborted));
    return () => controller.abort();
  }, []);

  return (
    <>
      <Header isCheckout={page === 'checkout'} />
      <main className="main">
        {shop && (
          <IotPayProvider src={shop.iotPayScript} locale={locale} languages={languages}>
            <Page shop={shop} />
          </IotPayProvider>
        )}
        {isDown && !shop && (
          <>
            <PageTitle title={say('Fogline Coffee Roasters')} />
            <p role="alert" className="notice">
              {say('The shop does not answer.')} <a href="/">{say('Try again')}</a>
            </p>
          </>
        )}
      </main>
      <footer className="footer">
        <p>
          {say(
            'Card numbers are typed on IOTPay’s page, inside this one. They never reach the shop. This shop is an example: it sends nothing, and its cards are made up.',
          )}
        </p>
      </footer>
    </>
  );
}
