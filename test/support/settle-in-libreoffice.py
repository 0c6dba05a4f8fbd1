"""Accepts or rejects every tracked change of Word documents in LibreOffice: VERDICT FROM.docx TO.docx, three arguments a document."""

import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

COMMANDS = {'accept': '.uno:AcceptAllTrackedChanges', 'reject': '.uno:RejectAllTrackedChanges'}


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(pipe, office):
    resolver = uno.getComponentContext().ServiceManager.createInstance('com.sun.star.bridge.UnoUrlResolver')
    for _ in range(240):
        try:
            return resolver.resolve(f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
        except Exception:
            # 81: LibreOffice starts itself again with a fresh profile.
            if office.poll() not in (None, 81):
                break
            time.sleep(0.25)
    sys.exit('LibreOffice does not answer')


def settle(desktop, dispatcher, verdict, source, target):
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), '_blank', 0, (option('Hidden', True),))
    if document is None:
        sys.exit(f'LibreOffice cannot load {source}')
    dispatcher.executeDispatch(document.CurrentController.Frame, COMMANDS[verdict], '', 0, ())
    left = document.Redlines.createEnumeration().hasMoreElements()
    document.storeToURL(uno.systemPathToFileUrl(target), (option('FilterName', 'MS Word 2007 XML'),))
    document.close(True)
    if left:
        sys.exit(f'a change is left in {source}')


def main(arguments):
    with tempfile.TemporaryDirectory() as profile:
        pipe = f'settle{os.getpid()}'
        office = subprocess.Popen(
            [
                'soffice',
                f'-env:UserInstallation=file://{profile}',
                '--headless',
                '--norestore',
                '--nodefault',
                '--nologo',
                f'--accept=pipe,name={pipe};urp;',
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            services = connect(pipe, office).ServiceManager
            desktop = services.createInstance('com.sun.star.frame.Desktop')
            dispatcher = services.createInstance('com.sun.star.frame.DispatchHelper')
            for index in range(0, len(arguments), 3):
                settle(desktop, dispatcher, *arguments[index : index + 3])
            desktop.terminate()
            office.wait(30)
        finally:
            if office.poll() is None:
                office.kill()


main(sys.argv[1:])
