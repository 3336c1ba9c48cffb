// React's development build: strict mode does everything twice in it, and says what it does not like.
export default {
  mode: 'development',
  define: { 'process.env.NODE_ENV': '"development"' },
  build: { minify: false },
};
