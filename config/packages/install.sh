# shellcheck shell=bash
# Sourced by kiosk/demo.sh and tests/run.sh; for bash.

# install_packages LIST...: installs what is missing of the Debian packages named in LIST.txt beside this
# file. With nothing missing it neither asks for rights nor touches the network.
install_packages() {
  local folder missing become_root=()
  folder=$(dirname -- "${BASH_SOURCE[0]}")
  if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian: install by hand what config/packages/*.txt name. Trying without." >&2
    return 0
  fi
  missing=$(LC_ALL=C comm -23 \
    <(cd -- "$folder" && sed 's/#.*//' "${@/%/.txt}" | tr -s '[:space:]' '\n' | sed '/^$/d' | LC_ALL=C sort -u) \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | LC_ALL=C sort -u))
  if [ -z "$missing" ]; then
    return 0
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Debian packages are missing, and installing them takes root's rights. There is no sudo here; as root, run:" >&2
      echo "  apt-get update && apt-get install --no-install-recommends ${missing//$'\n'/ }" >&2
      return 1
    fi
    become_root=(sudo)
  fi
  echo "Installing: ${missing//$'\n'/ }"
  "${become_root[@]}" apt-get update -qq || return
  # The names are split at white space on purpose. Nobody sits there to answer a package's questions.
  # shellcheck disable=SC2086
  "${become_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing </dev/null
}
