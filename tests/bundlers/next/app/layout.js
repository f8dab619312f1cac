export const metadata = { title: "ivs-wasm in Next", icons: "data:," };

export default ({ children }) => (
  <html lang="en">
    <body>{children}</body>
  </html>
);
