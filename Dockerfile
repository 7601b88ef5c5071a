# The coach as an image: it talks, on a processor alone, without what trained it. docs/running.md says how to run it.
#
#   docker build -t leadership-coach --build-arg TORCH_INDEX=<address of PyTorch's CPU wheels> .
#
# --build-context sources=DIR   the source texts of DIR go into the index (without: the cards alone)
# --secret id=pip,src=FILE      pip's own configuration, where packages come from a place of your own
# --build-arg PYTHON_IMAGE=...  your own copy of the official Python image
ARG PYTHON_IMAGE=python:3.11-slim

FROM scratch AS sources

FROM ${PYTHON_IMAGE} AS build
ARG TORCH_INDEX=
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /build

# what a coach that talks needs, and stays in the image
COPY requirements.lock requirements-image.lock ./
RUN --mount=type=secret,id=pip,target=/etc/pip.conf \
    pip install --no-deps --no-compile --target /opt/coach/packages -r requirements-image.lock

# what only making the encoder needs, and does not
RUN --mount=type=secret,id=pip,target=/etc/pip.conf \
    grep -vxFf requirements-image.lock requirements.lock > making.lock && \
    pip install --no-deps --no-compile --target making ${TORCH_INDEX:+--extra-index-url "$TORCH_INDEX"} -r making.lock
ENV PYTHONPATH=/opt/coach/app:/opt/coach/packages:/build/making PATH=/opt/coach/app/bin:${PATH}
RUN python -c "import torch" || { echo "torch does not load: give --build-arg TORCH_INDEX=, see README.md" >&2; exit 1; }

COPY LICENSE README.md THIRD_PARTY_NOTICES.md pyproject.toml ./
COPY bot bot
COPY evals evals
COPY knowledge knowledge
COPY prompts prompts
RUN pip install --no-deps --no-compile --no-build-isolation --target /opt/coach/app .

# the exported encoder, the words, the index; then compiled code, which is checked against no date
COPY --from=sources . sources
RUN COACH_DATA=/opt/coach/made COACH_SOURCES=/build/sources coach setup
RUN python -m compileall -q -f --invalidation-mode unchecked-hash /opt/coach/app /opt/coach/packages && \
    chmod -R a=rX,u+w /opt/coach

FROM ${PYTHON_IMAGE}
LABEL org.opencontainers.image.title="leadership-coach" \
      org.opencontainers.image.description="A leadership coach for doctors, in Slack, with a console for mentors" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /opt/coach/packages /opt/coach/packages
COPY --from=build /opt/coach/app /opt/coach/app
COPY --from=build /opt/coach/made /opt/coach/made
# for whatever user it is run as
RUN mkdir -m 1777 /data
# The user has no name in the image: HOME and USER are what libraries ask for. What is made once lies beside the code and
# is only read; what is kept, and an index that is fetched, lies in /data.
ENV PATH=/opt/coach/app/bin:${PATH} \
    PYTHONPATH=/opt/coach/app:/opt/coach/packages \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOME=/tmp \
    USER=coach \
    COACH_MADE=/opt/coach/made \
    COACH_DATA=/data \
    COACH_SOURCES=/texts \
    COACH_HOST=0.0.0.0 \
    COACH_CONSOLE_HOST=0.0.0.0
WORKDIR /data
USER 10001:10001
EXPOSE 3000 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["coach", "health"]
ENTRYPOINT ["coach"]
CMD ["slack"]
