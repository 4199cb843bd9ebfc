// CommonJS on purpose: `require` loads it as it is, so that its `import` is Node's own and no test runner's.
module.exports = (url) => import(url);
