/** Every address nobody else answers: a route of its own, so that the page of the 404 knows the visitor's language. */
export const loader = () => {
  throw new Response(null, { status: 404 });
};

export default function Nowhere() {
  return null;
}
