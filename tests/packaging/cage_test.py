#!/usr/bin/env python3
"""The screen as its service starts it, without a screen: cage, on a display in memory (Xvfb), and the kiosk in it.

    cage_test.py VENUE_KIOSK SOURCE FREEZE [--wayland]

FREEZE is tests/faults/freeze.cpp as a library. With --wayland the kiosk draws by the GLFW in the folder that
KIOSK_WAYLAND_GLFW names (wayland_glfw.sh), and the test is skipped where it names none. Stands in for systemd: listens to
what the service says, watches over it, ends all its processes where no sign of life comes, and asks them to end. Prints
what was seen.
"""

import os
import pwd
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 300  # seconds until an event counts as not coming; nothing is measured by it
STOP_TIMEOUT = 5  # TimeoutStopSec= of the unit: what is there then is killed
WATCHDOG = 12  # seconds; much less than the minute that passes between two looks of a screen that is not watched


class Listener:
    """The socket of systemd: what is said, and by which process."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self.socket.bind(str(path))
        path.chmod(0o777)
        self.said = []  # (when, process, line)

    def hear(self, wanted, cage):
        """The first line from now on that begins with `wanted`, with when it came and from whom."""
        heard = len(self.said)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for said in self.said[heard:]:
                if said[2].startswith(wanted):
                    return said
            heard = len(self.said)
            if cage.poll() is not None:
                raise SystemExit(f'cage ended with {cage.returncode} before it was told "{wanted}"')
            self.socket.settimeout(1)
            try:
                data, control, _, _ = self.socket.recvmsg(4096, socket.CMSG_SPACE(12))
            except TimeoutError:
                continue
            process = struct.unpack('iII', control[0][2])[0]
            now = time.monotonic()
            self.said += [(now, process, line) for line in data.decode().splitlines()]
        raise SystemExit(f'nobody said "{wanted}"; heard: {self.said}')

    def await_silence(self, seconds, cage):
        """Returns once no sign of life has come for so long, with how many came before."""
        signs = 0
        last = time.monotonic()
        while time.monotonic() - last < seconds:
            if cage.poll() is not None:
                raise SystemExit(f'cage ended with {cage.returncode} by itself')
            self.socket.settimeout(max(0.01, last + seconds - time.monotonic()))
            try:
                lines = self.socket.recv(4096).decode().splitlines()
            except TimeoutError:
                continue
            if 'WATCHDOG=1' in lines:
                signs += 1
                last = time.monotonic()
                if signs > PATIENCE:
                    raise SystemExit('the signs of life go on and on')
        return signs


def processes(group):
    """Of a session: process, name, resident memory in MB, parent."""
    found = {}
    for folder in Path('/proc').iterdir():
        try:
            if folder.name.isdigit() and os.getsid(int(folder.name)) == group:
                status = (folder / 'status').read_text()
                if not re.search(r'^State:\s+Z', status, re.M):
                    value = lambda key: re.search(rf'^{key}:\s+(\S+)', status, re.M)
                    found[int(folder.name)] = (value('Name')[1], int(value('VmRSS')[1]) / 1024, int(value('PPid')[1]))
        except (OSError, TypeError):
            pass  # ended meanwhile
    return found


def check(what, holds):
    if not holds:
        raise SystemExit(f'NOT SO: {what}')
    print(f'so: {what}')


class Display:
    """Xvfb, whose pixels lie in a file."""

    size = (1024, 768)  # of wlroots' window on an X server

    def __init__(self, folder):
        self.folder = folder
        self.window = self.size
        theirs, ours = os.pipe()
        self.process = subprocess.Popen(
            ['Xvfb', '-displayfd', str(ours), '-screen', '0', '%dx%dx24' % self.size, '-nolisten', 'tcp', '-noreset',
             '-fbdir', str(folder)], pass_fds=[ours], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(ours)
        with os.fdopen(theirs) as pipe:
            self.name = ':' + pipe.readline().strip()

    def shows_board(self):
        """Whether there is the white around codes, and the board's ground along each edge of the compositor's window, where
        nothing is black."""
        file = (self.folder / 'Xvfb_screen0').read_bytes()  # X11/XWDFile.h
        header = struct.unpack('>25I', file[:100])
        header_size, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
        pixels = file[header_size + colours * 12:]
        at = lambda x, y: pixels[y * line + 4 * x:y * line + 4 * x + 3]
        right, bottom = self.window[0] - 1, self.window[1] - 1
        edges = {at(x, y) for x in range(right + 1) for y in (0, bottom)}
        edges |= {at(x, y) for y in range(bottom + 1) for x in (0, right)}
        white = any(at(x, y) == b'\xff\xff\xff' for x in range(0, right, 4) for y in range(0, bottom, 4))
        return (width, height) == self.size and white and b'\0\0\0' not in edges

    def change_mode(self, width, height):
        """Of the compositor's output, which is a window here."""
        environment = {'PATH': os.environ['PATH'], 'DISPLAY': self.name}
        search = ['xdotool', 'search', '--maxdepth', '1', '--onlyvisible', '.*']
        window = subprocess.run(search, env=environment, capture_output=True, text=True, check=True).stdout.split()[-1]
        subprocess.run(['xdotool', 'windowsize', window, str(width), str(height)], env=environment, check=True)
        self.window = (width, height)

    def comes_to_show_board(self):
        """The board is drawn; compositor and X server have to show it."""
        end = time.monotonic() + PATIENCE
        while not self.shows_board() and time.monotonic() < end:
            time.sleep(0.1)
        return self.shows_board()

    def end(self):
        self.process.terminate()
        self.process.wait()


def main(program, source, freeze, by_wayland=None):
    glfw = os.environ.get('KIOSK_WAYLAND_GLFW') if by_wayland else None
    if by_wayland and not glfw:
        print('not tried: KIOSK_WAYLAND_GLFW names no GLFW')
        sys.exit(77)
    folder = Path(tempfile.mkdtemp(prefix='venue-kiosk-cage-'))
    try:
        play(folder, Path(program).resolve(), Path(source).resolve(), Path(freeze).resolve(), glfw)
    finally:
        shutil.rmtree(folder)


def play(folder, program, source, freeze, glfw):
    # The user of the service may read neither a checkout of root's nor its build.
    for file in (program, program.parent / 'decode-picture', freeze):
        shutil.copy2(file, folder)
    shutil.copytree(source / 'assets/demo', folder / 'demo')
    if glfw:
        shutil.copytree(glfw, folder / 'glfw')
    for name in ('run', 'cache', 'freeze'):
        (folder / name).mkdir()
    become = []
    if os.geteuid() == 0:  # whom cage refuses
        user = pwd.getpwnam('nobody')
        become = ['setpriv', f'--reuid={user.pw_uid}', f'--regid={user.pw_gid}', '--clear-groups', '--']
        for name in ('.', 'run', 'cache', 'freeze'):
            os.chown(folder / name, user.pw_uid, user.pw_gid)
        Path('/tmp/.X11-unix').mkdir(exist_ok=True)
        Path('/tmp/.X11-unix').chmod(0o1777)
    (folder / 'run').chmod(0o700)

    listener = Listener(folder / 'notify')
    display = Display(folder)
    try:
        stand(folder, program, freeze, glfw, become, listener, display)
    finally:
        display.end()


def stand(folder, program, freeze, glfw, become, listener, display):
    environment = {
        'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8', 'HOME': str(folder),
        'XDG_RUNTIME_DIR': str(folder / 'run'), 'XDG_CACHE_HOME': str(folder / 'cache'),
        'VENUE_KIOSK_CACHE': str(folder / 'cache'),
        'WLR_BACKENDS': 'x11', 'WLR_RENDERER': 'pixman', 'DISPLAY': display.name,
        'NOTIFY_SOCKET': str(folder / 'notify'), 'WATCHDOG_USEC': str(WATCHDOG * 1000000),
    }
    if glfw:
        environment['LD_LIBRARY_PATH'] = str(folder / 'glfw')
    # systemd names the process that it starts.
    service = ['sh', '-c', 'ulimit -c 0; WATCHDOG_PID=$$ exec "$@"', 'sh', 'cage', '--']
    kiosk_line = [str(folder / program.name), 'run', '--config', str(folder / 'demo/kiosk.toml'),
                  '--metrics-file', str(folder / 'cache/kiosk.prom')]
    may_freeze = ['env', f'LD_PRELOAD={folder / freeze.name}', f'KIOSK_TEST_FREEZE={folder / "freeze"}']

    def start(before=()):
        with open(folder / 'log', 'w') as log:
            return subprocess.Popen(become + service + list(before) + kiosk_line, env=environment, start_new_session=True,
                                    stdout=log, stderr=log)

    cage = start()
    try:
        began = time.monotonic()
        when, kiosk, _ = listener.hear('READY=1', cage)
        check(f'the first board stood after {when - began:.2f} s', True)
        running = processes(cage.pid)
        check('it is the compositor\'s child that says so', running[kiosk][2] == cage.pid)
        check('the status names hall and schedule', listener.hear('STATUS=', cage)[2].startswith('STATUS=gorky: schedule '))
        signs = [when]
        while signs[-1] - signs[0] <= WATCHDOG:
            signs.append(listener.hear('WATCHDOG=1', cage)[0])
        longest = max(after - before for before, after in zip(signs, signs[1:]))
        check(f'signs of life come at most {longest:.1f} s apart, for a watchdog of {WATCHDOG} s', longest < WATCHDOG)
        check('a board stands on the glass, up to its edges', display.comes_to_show_board())
        display.change_mode(800, 600)
        check('and in another mode, too', display.comes_to_show_board())
        display.window = display.size  # of the next compositor
        check('the monitoring may read the metrics', (folder / 'cache/kiosk.prom').stat().st_mode & 0o777 == 0o644)

        running = processes(cage.pid)
        for _, (name, memory, _) in sorted(running.items()):
            print(f'    {name}: {memory:.0f} MB resident')
        print(f'    together: {sum(memory for _, memory, _ in running.values()):.0f} MB')
        by_x = any(name == 'Xwayland' for name, _, _ in running.values())
        print('    GLFW draws ' + ('by X, which takes Xwayland' if by_x else 'by Wayland'))

        asked = time.monotonic()
        for process in running:
            os.kill(process, signal.SIGTERM)
        while processes(cage.pid) and time.monotonic() < asked + PATIENCE:
            cage.poll()
            time.sleep(0.01)
        took = time.monotonic() - asked
        check(f'asked to end, all were gone after {took:.2f} s', took < STOP_TIMEOUT)
        check('and none calls it a fault', 'critical' not in (folder / 'log').read_text())
        check('and nothing can be asked there any more', not list((folder / 'run').glob('venue-kiosk/*.socket')))
        # cage 0.1.4 aborts where it should end, which the unit forgives.
        check(f'cage\'s end, {cage.wait()}, is one that the unit takes for good', cage.returncode in (0, -signal.SIGABRT))

        cage = start(may_freeze)
        _, kiosk, _ = listener.hear('READY=1', cage)
        (folder / 'freeze/drawing').touch()
        signs = listener.await_silence(WATCHDOG, cage)
        check('a draw loop that hangs gives no sign of life, though the process lives',
              (folder / 'freeze/drawing-stopped').exists() and kiosk in processes(cage.pid))
        print(f'    {signs} came before it hung')
        asked = time.monotonic()
        for sign, patience in ((signal.SIGABRT, STOP_TIMEOUT), (signal.SIGKILL, PATIENCE)):  # as WatchdogSignal= does
            for process in processes(cage.pid):
                os.kill(process, sign)
            while processes(cage.pid) and time.monotonic() < asked + patience:
                cage.poll()
                time.sleep(0.01)
        check(f'ended by the watchdog, all are gone after {time.monotonic() - asked:.2f} s', not processes(cage.pid))
        cage.wait()
        (folder / 'freeze/drawing').unlink()

        cage = start()
        began = time.monotonic()
        when, kiosk, _ = listener.hear('READY=1', cage)
        check(f'started anew, the board stands after {when - began:.2f} s', display.comes_to_show_board())
        cage.kill()
        cage.wait()
        end = time.monotonic() + PATIENCE
        while kiosk in processes(cage.pid) and time.monotonic() < end:
            time.sleep(0.01)
        check('when the compositor dies the kiosk ends', kiosk not in processes(cage.pid))
        check('and says why', 'the display has gone: ending, to be started again' in (folder / 'log').read_text())
        check('and leaves no socket', not list((folder / 'run').glob('venue-kiosk/*.socket')))
        for process in processes(cage.pid):
            os.kill(process, signal.SIGKILL)
        cage = start()
        listener.hear('READY=1', cage)
        check('and in the next compositor the board stands again', display.comes_to_show_board())
        for process in processes(cage.pid):
            os.kill(process, signal.SIGTERM)
        cage.wait()

        environment.update({'WLR_BACKENDS': 'headless', 'WLR_HEADLESS_OUTPUTS': '0'})
        cage = start()
        signs = [listener.hear('READY=1', cage)[0]]

        def ask(word):
            return subprocess.run(become + [str(folder / program.name), word], env=environment, capture_output=True,
                                  text=True, timeout=PATIENCE, check=False)

        ask('identify')  # has another frame drawn: GL waits for the first to be taken before it shows a second
        while signs[-1] - signs[0] <= WATCHDOG:
            signs.append(listener.hear('WATCHDOG=1', cage)[0])
        check('a screen whose television is off at the start draws on, and gives signs of life', True)
        check('and tells whoever asks why nothing is seen', 'no monitor is on' in ask('status').stdout)
    except SystemExit:
        print((folder / 'log').read_text())
        raise
    finally:
        for process in processes(cage.pid):
            os.kill(process, signal.SIGKILL)
        cage.wait()


if __name__ == '__main__':
    main(*sys.argv[1:])
