# What the scripts beside this file share: a Python environment in .venv, the system's libraries, a display.
# Sourced by bash; everything said goes to stderr, so that a script's own output stays clean.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=$root/.venv
# Qt's plug-ins load these; a bare Debian lacks them. FILE=DEBIAN-PACKAGE, each one of them needed.
qt_libraries=(
    libEGL.so.1=libegl1
    libGL.so.1=libgl1
    libglib-2.0.so.0=libglib2.0-0
    libdbus-1.so.3=libdbus-1-3
    libfontconfig.so.1=libfontconfig1
    libxkbcommon-x11.so.0=libxkbcommon-x11-0
    libxcb-cursor.so.0=libxcb-cursor0
    libxcb-icccm.so.4=libxcb-icccm4
    libxcb-keysyms.so.1=libxcb-keysyms1
    libxcb-shape.so.0=libxcb-shape0
)
virtual_display=(Xvfb=xvfb openbox=openbox)
# The tests start desktops of their own: a tray host, typing and clicking, buses with made-up services, pictures.
desktop_tools=(
    xdotool=xdotool
    xterm=xterm
    xprop=x11-utils
    xrandr=x11-xserver-utils
    xfce4-panel=xfce4-panel
    dbus-daemon=dbus-daemon
    dbus-launch=dbus-x11
    /usr/lib/python3/dist-packages/dbusmock=python3-dbusmock
    gdbus=libglib2.0-bin
    import=imagemagick
)

say() { printf 'unhunch: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# A command that is needed but says nothing of interest unless it fails.
quietly() {
    local log
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 20 "$log" >&2
        rm -f "$log"
        return 1
    fi
}

# may_install PACKAGE...: sets `as_root` to what makes a command root's, having asked where somebody can answer.
may_install() {
    as_root=()
    [ "$(id -u)" = 0 ] && return
    local by_hand="sudo apt-get install $*"
    command -v sudo >/dev/null || fail "system packages are missing and there is no sudo here. As root run: ${by_hand#sudo }"
    if [ "${CI:-}" = true ] || [ "${UNHUNCH_YES:-}" = 1 ]; then
        sudo -n true 2>/dev/null || fail "system packages are missing and sudo wants a password. First run: $by_hand"
        as_root=(sudo -n)
        return
    fi
    [ -t 0 ] || fail "system packages are missing and nobody is here to be asked. First run: $by_hand"
    local answer
    read -r -p "unhunch: may sudo install these system packages: $*? [Y/n] " answer
    case $answer in
        '' | [Yy]*) as_root=(sudo) ;;
        *) fail "nothing was installed. When you like: $by_hand" ;;
    esac
}

install_packages() {
    command -v apt-get >/dev/null ||
        fail "some system packages are missing; please install them (their Debian names): $*"
    may_install "$@"
    say "installing system packages: $*"
    local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install
        --yes --no-install-recommends "$@")
    # A fresh machine has no package lists, an old one stale lists: fetch them only where the first try fails.
    "${install[@]}" </dev/null >/dev/null 2>&1 && return
    quietly "${as_root[@]}" apt-get update </dev/null || fail "the list of system packages could not be fetched (see above)"
    quietly "${install[@]}" </dev/null || fail "the system packages could not be installed (see above)"
}

# need_system NAME=PACKAGE...: NAME is a library, a command, or a file; installs the packages of those not here.
need_system() {
    local libraries missing=() entry name
    libraries=$(/sbin/ldconfig -p 2>/dev/null || true)
    for entry in "$@"; do
        name=${entry%%=*}
        case $name in
            *.so.*) [[ $libraries == *"$name "* ]] && continue ;;
            /*) [ -e "$name" ] && continue ;;
            *) command -v "$name" >/dev/null && continue ;;
        esac
        missing+=("${entry#*=}")
    done
    [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

need_python() {
    python=${PYTHON:-python3}
    command -v "$python" >/dev/null || need_system python3=python3
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "Python 3.11 or newer is needed, $python is $("$python" -V 2>&1). Name another one: PYTHON=python3.12 $0"
    "$python" -c 'import ensurepip, venv' 2>/dev/null && return
    [ "$(command -v "$python")" = /usr/bin/python3 ] || fail "$python lacks its venv module; please install that"
    install_packages python3-venv
}

# set_up LOCK: has .venv what this lock pins, of this checkout? A stamp tells, without asking pip.
stamp_of() { cat "$root/packaging/$1.lock" "$root/pyproject.toml" <(echo "$root") | sha256sum; }
set_up() { [ "$(cat "$venv/unhunch-$1.stamp" 2>/dev/null)" = "$(stamp_of "$1")" ]; }

# need_environment LOCK: .venv with what LOCK pins, checked by hash, and this checkout itself. `dev` holds all of `run`.
need_environment() {
    local lock=$root/packaging/$1.lock
    if { set_up dev || set_up "$1"; } && "$venv/bin/python" -c '' 2>/dev/null; then
        return
    fi
    need_python
    say "setting up Python packages in $venv (once; Qt is about 80 MB)"
    "$venv/bin/python" -m pip --version >/dev/null 2>&1 || quietly "$python" -m venv --clear "$venv" ||
        fail "the virtual environment could not be made (see above)"
    local pip=("$venv/bin/python" -m pip --disable-pip-version-check --no-input install --quiet)
    quietly "${pip[@]}" --require-hashes --requirement "$lock" ||
        fail "the Python packages could not be installed (see above); run this again when that is mended"
    quietly "${pip[@]}" --no-deps --no-build-isolation --editable "$root" ||
        fail "Unhunch itself could not be installed (see above)"
    stamp_of "$1" >"$venv/unhunch-$1.stamp"
}

# Is there an X server or a Wayland compositor that answers? DISPLAY may be a leftover.
has_display() {
    if [ -n "${WAYLAND_DISPLAY:-}" ]; then
        [ -S "${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/$WAYLAND_DISPLAY" ] || [ -S "$WAYLAND_DISPLAY" ] && return
    fi
    [ -n "${DISPLAY:-}" ] || return 1
    "$venv/bin/python" - <<'PYTHON'
import ctypes, sys
xcb = ctypes.CDLL("libxcb.so.1")
xcb.xcb_connect.restype = ctypes.c_void_p
sys.exit(xcb.xcb_connection_has_error(ctypes.c_void_p(xcb.xcb_connect(None, None))) != 0)
PYTHON
}

# on_virtual_display COMMAND...: runs it on an X server of its own with a window manager, and ends both with it.
on_virtual_display() {
    local number status=0 scratch
    scratch=$(mktemp -d)
    mkfifo "$scratch/display"
    Xvfb -displayfd 3 -screen 0 1600x900x24 -noreset -nolisten tcp 3>"$scratch/display" >/dev/null 2>&1 &
    local server=$!
    if ! read -r -t 20 number <"$scratch/display"; then
        kill "$server" 2>/dev/null || true
        fail "the virtual display (Xvfb) did not start"
    fi
    export DISPLAY=:$number
    unset WAYLAND_DISPLAY
    openbox >/dev/null 2>&1 &
    local manager=$!
    "$@" </dev/null &
    local program=$!
    # Whatever ends this script, the three end with it.
    trap "kill $program $manager $server 2>/dev/null || true; rm -rf '$scratch'" EXIT
    trap 'exit 143' TERM
    trap 'exit 130' INT
    wait "$program" || status=$?
    kill "$manager" "$server" 2>/dev/null || true
    wait "$manager" "$server" 2>/dev/null || true
    rm -rf "$scratch"
    return "$status"
}
