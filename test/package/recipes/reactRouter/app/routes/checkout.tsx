export default function CheckoutPage() {
  return <p>hello</p>;
}
