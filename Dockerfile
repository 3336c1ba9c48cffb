# Two images from one file: `saleor` (Saleor's own image with AgentPay in it) and `realtime` (the gateway, which
# holds neither Django nor Stripe's library).
ARG SALEOR_IMAGE=ghcr.io/saleor/saleor:3.23
ARG PYTHON_IMAGE=python:3.12-slim
ARG NODE_IMAGE=node:22-slim

FROM ${NODE_IMAGE} AS widget
WORKDIR /src
COPY storefront_widget/package.json storefront_widget/package-lock.json storefront_widget/.npmrc ./
RUN npm ci
COPY storefront_widget ./
RUN npm run build

FROM ${PYTHON_IMAGE} AS wheel
WORKDIR /src
COPY setup.py pyproject.toml MANIFEST.in README.md ./
COPY graphql graphql
COPY agentpay_plugin agentpay_plugin
COPY --from=widget /src/dist/script storefront_widget/dist/script
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM ${SALEOR_IMAGE} AS saleor
COPY --from=wheel /wheels /tmp/wheels
# Every library that AgentPay needs is in Saleor's image already; --no-deps keeps Saleor's versions as they are.
RUN pip install --no-cache-dir --no-deps /tmp/wheels/*.whl && rm -r /tmp/wheels

FROM ${PYTHON_IMAGE} AS realtime
COPY agentpay_plugin/gateway/requirements.txt /tmp/requirements.txt
COPY --from=wheel /wheels /tmp/wheels
RUN pip install --no-cache-dir -r /tmp/requirements.txt \
  && pip install --no-cache-dir --no-deps /tmp/wheels/*.whl \
  && rm -r /tmp/wheels /tmp/requirements.txt \
  && useradd --system agentpay
USER agentpay
ENV AGENTPAY_GATEWAY_HOST=0.0.0.0 AGENTPAY_GATEWAY_PORT=8001 PYTHONUNBUFFERED=1
EXPOSE 8001
CMD ["python", "-m", "agentpay_plugin.gateway"]
